using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Splits a change line by line: what each question adds after less what it added before, and so for rules, bounds and failures (rule S23).</summary>
internal sealed class LineSplit
{
    private readonly ScoredState _before;
    private readonly ScoredState _after;
    private readonly bool _hasAmounts;
    private readonly bool _isOneUnit;
    private readonly DiffCauses _causes;
    private readonly DiffLines _lines;
    private readonly HashSet<string> _changedInForm;

    public LineSplit(ScoredState before, ScoredState after, bool hasAmounts)
    {
        _before = before;
        _after = after;
        _hasAmounts = hasAmounts;
        _isOneUnit = before.Unit == after.Unit;
        _causes = new DiffCauses(before, after);
        _lines = new DiffLines(after.Unit);
        _changedInForm = [.. FormDiff.Between(before.Plan.Form, after.Plan.Form).Changes
            .Where(change => change.Effect == FormChangeEffect.Scores)
            .Select(change => change.Subject)];
    }

    public ScoreDiffStep Split(ScoreDiffStepKind kind)
    {
        if (_hasAmounts && _before.Calculation.Final.Start != _after.Calculation.Final.Start)
        {
            _lines.Add(ScoreDiffCause.Start, "", _after.Calculation.Final.Start - _before.Calculation.Final.Start);
        }

        foreach (QuestionLine line in _after.Calculation.Questions.Where(line => line.Plan.Scored is not null))
        {
            Compare(_before.Find(line.Plan.Source.Key), line);
        }

        foreach (QuestionLine line in _before.Calculation.Questions.Where(line => line.Plan.Scored is not null && _after.Find(line.Plan.Source.Key)?.Plan.Scored is null))
        {
            _lines.Add(ScoreDiffCause.QuestionRemoved, line.Plan.Source, Amount(-Part(line, _before).Amount));
        }

        if (_hasAmounts)
        {
            CompareAdjustments();
        }

        return new()
        {
            Kind = kind,
            Split = _hasAmounts ? ScoreDiffSplit.LineByLine : ScoreDiffSplit.None,
            Before = _before.Total,
            After = _after.Total,
            Lines = _lines.ToImmutable(),
        };
    }

    private static QuestionPart Part(QuestionLine line, ScoredState state) => QuestionPart.Of(line, state.Plan.Method);

    private Fraction? Amount(Fraction amount) => _hasAmounts ? amount : null;

    private void Compare(QuestionLine? was, QuestionLine now)
    {
        if (was?.Plan.Scored is null)
        {
            _lines.Add(ScoreDiffCause.QuestionAdded, now.Plan.Source, Amount(Part(now, _after).Amount));
            return;
        }

        QuestionPart earlier = Part(was, _before);
        QuestionPart later = Part(now, _after);
        bool isOther = was.State != now.State || _causes.HasOtherAnswer(was.Plan, now.Plan);
        if (!was.Counts || !now.Counts)
        {
            Tell(was, now, isOther, later.Amount - earlier.Amount);
        }
        else if (earlier.Basis != later.Basis)
        {
            _lines.Add(ScoreDiffCause.CountedOtherwise, now.Plan.Source, Amount(later.Amount - earlier.Amount));
        }
        else if (!CompareParts(was, now, earlier, later))
        {
            Tell(was, now, isOther, Fraction.Zero);
        }
    }

    // What did not count in both, or is worth the same: told where it changed all the same.
    private void Tell(QuestionLine was, QuestionLine now, bool isOther, Fraction amount)
    {
        Question question = now.Plan.Source;
        if (isOther)
        {
            _lines.Add(_causes.Of(was, now), question, Amount(amount), _before.AnswerTo(was.Plan), _after.AnswerTo(now.Plan));
        }
        else if (_changedInForm.Contains(question.Key))
        {
            _lines.Add(ScoreDiffCause.WithoutEffect, question, Amount(amount));
        }
    }

    // (v2 - v1)(w1 + w2)/2 and (w2 - w1)(v1 + v2)/2 add up to v2 w2 - v1 w1. False where nothing differs; weights of another unit are not compared.
    private bool CompareParts(QuestionLine was, QuestionLine now, QuestionPart earlier, QuestionPart later)
    {
        Question question = now.Plan.Source;
        Fraction weight = (earlier.Weight + later.Weight) / 2;
        Fraction value = (earlier.Value + later.Value) / 2;
        bool hasOtherValue = earlier.Value != later.Value;
        bool hasOtherWeight = _isOneUnit && earlier.Weight != later.Weight;
        if (hasOtherValue)
        {
            ScoreDiffCause cause = _causes.Of(was, now);
            bool isAnswer = cause != ScoreDiffCause.ValueChanged;
            _lines.Add(
                cause,
                question.Key,
                Amount((later.Value - earlier.Value) * weight),
                ("name", question.Text),
                ("before", isAnswer ? _before.AnswerTo(was.Plan) : ShownValue(earlier)),
                ("after", isAnswer ? _after.AnswerTo(now.Plan) : ShownValue(later)),
                ("valueBefore", isAnswer ? ShownValue(earlier) : null),
                ("valueAfter", isAnswer ? ShownValue(later) : null),
                ("times", ShownWeight(weight)));
        }

        if (hasOtherWeight)
        {
            _lines.Add(
                ScoreDiffCause.WeightChanged,
                question.Key,
                Amount((later.Weight - earlier.Weight) * value),
                ("name", question.Text),
                ("before", ShownWeight(earlier.Weight)),
                ("after", ShownWeight(later.Weight)),
                ("times", ShownValue(earlier with { Value = value })));
        }

        return hasOtherValue || hasOtherWeight;
    }

    private object ShownValue(QuestionPart part) =>
        part.Basis == QuestionBasis.Value && !_after.Plan.Method.TakesPoints ? Score.Share(part.Value) : part.Value;

    private object ShownWeight(Fraction weight) =>
        _after.Plan.Method.Combination.Kind == CombinationKind.Sum ? weight : Score.Share(weight);

    private void CompareAdjustments()
    {
        var earlier = AmountsOf(_before);
        var later = AmountsOf(_after);
        foreach ((AdjustmentKind Kind, string Group) key in later.Keys.Union(earlier.Keys))
        {
            Fraction was = earlier.GetValueOrDefault(key);
            Fraction now = later.GetValueOrDefault(key);
            if (was != now)
            {
                _lines.Add(CauseOf(key.Kind), key.Group, now - was, ("name", TitleOf(key.Group)), ("before", new Score(was, _after.Unit)), ("after", new Score(now, _after.Unit)));
            }
        }
    }

    private LocalizedText? TitleOf(string group) =>
        group.Length == 0 ? null
        : new[] { _after, _before }.Select(state => state.Plan.Form.Index).Where(index => index.GroupAt(group) >= 0)
            .Select(index => index.Groups[index.GroupAt(group)].Group.Title).First();

    private static Dictionary<(AdjustmentKind Kind, string Group), Fraction> AmountsOf(ScoredState state) =>
        state.Calculation.Adjustments.ToDictionary(
            change => (change.Kind, change.Group < 0 ? "" : state.Plan.Groups[change.Group].Group.Key),
            change => change.Amount);

    private static ScoreDiffCause CauseOf(AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.Rules => ScoreDiffCause.Rules,
        AdjustmentKind.Failure => ScoreDiffCause.Failure,
        _ => ScoreDiffCause.Bound,
    };
}
