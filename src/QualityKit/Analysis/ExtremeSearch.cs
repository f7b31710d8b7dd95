using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>Finds the lowest or highest total: it splits the set of all sheets into smaller ones, the most promising first, until a sheet has what no set can go beyond.</summary>
/// <remarks>What is found is always the score of a real sheet. It is exact when every bound is right, however good or bad the guesses are.</remarks>
internal sealed class ExtremeSearch
{
    private readonly FormModel _model;
    private readonly TotalBound _bound;
    private readonly SetSplitter _splitter;
    private readonly CompiledForm _compiled;
    private readonly bool _isHighest;
    private readonly bool _isRaw;
    private readonly PriorityQueue<Node, (Fraction, int)> _open = new();
    private FilledSheet? _witness;
    private Fraction? _best;
    private int _nodes;

    public ExtremeSearch(FormModel model, StakeTable stakes, bool isHighest, bool isRaw)
    {
        _model = model;
        _bound = TotalBound.For(model, stakes, isHighest, isRaw);
        _splitter = new SetSplitter(model);
        _compiled = CompiledForm.For(model.Form);
        _isHighest = isHighest;
        _isRaw = isRaw;
    }

    /// <summary>The sheet that was found.</summary>
    public FilledSheet? Witness => _witness;

    /// <summary>Searches.</summary>
    /// <param name="most">How many sets may be looked at.</param>
    public ReachableScore Find(int most)
    {
        SheetSet all = SheetSet.All(_model, Extremes);
        foreach (bool fails in (bool[])[false, true])
        {
            Try(Plan(all, _ => -1, fails));
        }

        Look(all);
        bool isBlind = false;
        while (_open.TryPeek(out Node? node, out _) && !isBlind && !Reaches(node.Bound))
        {
            _open.Dequeue();
            isBlind = _nodes >= most;
            foreach (SheetSet part in isBlind ? [] : _splitter.Split(node.Set, node.Bound.Picks, node.Candidate))
            {
                Look(part);
            }

            if (isBlind)
            {
                return Result(isDecided: false, node.Bound.Bound);
            }
        }

        bool isExact = _model.Form.Method.Selection.Kind == SelectionKind.All || !Array.Exists(_model.Questions, question => question.IsPartial);
        return Result(isExact, isExact ? _best : null);
    }

    private ReachableScore Result(bool isDecided, Fraction? bound) => new()
    {
        Score = InUnit(_best),
        IsDecided = isDecided,
        Bound = InUnit(bound),
        Witness = _witness is null ? null : SheetWriter.Write(_model, _witness),
    };

    private Score? InUnit(Fraction? value) => value is { } number ? new Score(number, _model.Form.Method.Unit) : null;

    private void Look(SheetSet set)
    {
        _nodes++;
        SetBound bound = _bound.Of(set);
        FilledSheet candidate = Plan(set, question => bound.Picks[question], fails: !_isHighest);
        Try(candidate);
        if (bound.HasTotals && !Reaches(bound))
        {
            _open.Enqueue(new Node(set, bound, candidate), Priority(bound.Bound));
        }
    }

    // Sets of which nothing is known go first: anything may be in them.
    private (Fraction, int) Priority(Fraction? bound) =>
        bound is { } known ? (_isHighest ? -known : known, -_nodes) : (-1_000_000_000_000_000_000m, -_nodes);

    private bool Reaches(SetBound bound) => _best is { } best && bound.Bound is { } limit && (_isHighest ? best >= limit : best <= limit);

    private void Try(FilledSheet sheet)
    {
        CompactScore score = _compiled.Score(sheet.CodesToScore());
        if ((_isRaw ? score.RawTotal : score.Total) is { } total && (_best is not { } best || (_isHighest ? total.Value > best : total.Value < best)))
        {
            _best = total.Value;
            _witness = sheet;
        }
    }

    // A sheet of the set that answers as the picks say where it can.
    private FilledSheet Plan(SheetSet set, Func<int, int> picks, bool fails)
    {
        int[] planned = [.. _model.Questions.Select(question =>
            set.Open(question.Position).Contains(picks(question.Position)) ? picks(question.Position) : Preferred(question, set.Open(question.Position), fails))];
        bool[] marks = [.. _model.Groups.Select((place, group) => set.Mark(group) == Truth.True
            || (set.Mark(group) == Truth.Either && Array.TrueForAll(_model.Questions[place.FirstQuestion..place.EndQuestion], question =>
                picks(question.Position) == question.Marked && !set.Open(question.Position).Contains(question.Marked))))];
        return FilledSheet.Of(_model, planned, marks);
    }

    private int Preferred(QuestionModel question, int[] open, bool fails)
    {
        int[] counted = [.. open.Where(position => question.Classes[position].Standing == AnswerStanding.Counted)];
        int[] likely = [.. counted.Where(position => question.Classes[position].Scopes.Length > 0 == fails)];
        int[] among = likely.Length > 0 ? likely : counted.Length > 0 ? counted : open;
        return _isHighest ? among.MaxBy(position => question.Classes[position].Points) : among.MinBy(position => question.Classes[position].Points);
    }

    // More points never lower a total unless questions are dropped by value: of answers alike in all else one is enough.
    private int[] Extremes(QuestionModel question) => _model.Form.Method.Selection.Kind != SelectionKind.All
        ? question.Own
        : [.. question.Own
            .GroupBy(position => question.Classes[position] is var answers && answers.Standing == AnswerStanding.Counted
                ? $"{string.Join(',', answers.Scopes)}|{string.Join(',', answers.Leaves)}|{answers.IsBonusAnswer}"
                : $"{position}")
            .Select(alike => _isHighest ? alike.MaxBy(position => question.Classes[position].Points) : alike.MinBy(position => question.Classes[position].Points))
            .Order()];

    private sealed record Node(SheetSet Set, SetBound Bound, FilledSheet Candidate);
}
