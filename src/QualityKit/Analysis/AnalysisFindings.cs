using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>Everything that an analysis finds.</summary>
internal sealed class AnalysisFindings
{
    private readonly int _most;
    private readonly Dictionary<FilledSheet, Scorecard> _cards = [];
    private readonly VisibilityFindings _visibility;
    private readonly AllSheets _seen;
    private readonly FullestSheets _fullest;
    private readonly FullestSheets _emptiest;
    private readonly WeightBound _weights;
    private readonly ChangeLimit _limit;

    private AnalysisFindings(EvaluationForm form, AnalysisLimits within)
    {
        _most = within.SheetsPerStatement;
        Model = new FormModel(form);
        _visibility = new VisibilityFindings(Model, _most);
        var stakes = new StakeTable(Model);
        (Lowest, FilledSheet? lowest) = Search(stakes, isHighest: false, isRaw: false);
        (Highest, FilledSheet? highest) = Search(stakes, isHighest: true, isRaw: false);
        (LowestRaw, _) = Search(stakes, isHighest: false, isRaw: true);
        (HighestRaw, _) = Search(stakes, isHighest: true, isRaw: true);
        _seen = AllSheets.Of(Model, _most);
        if (!_seen.IsComplete && lowest is not null && highest is not null)
        {
            _seen.AddWay(lowest, highest);
        }

        _fullest = new FullestSheets(Model, _most, isFullest: true);
        _emptiest = new FullestSheets(Model, _most, isFullest: false);
        _weights = new WeightBound(Model, stakes);
        _limit = new ChangeLimit(Model, stakes);
        Fraction?[] limits = [.. Model.Questions.Select(LimitOf)];
        AnswerEffects[] effects = [.. Model.Questions.Select(question => EffectsOf(question, limits[question.Position]))];
        Shares = [.. Model.Questions.Select(question => ShareOf(question, effects[question.Position], limits[question.Position]))];
        Find(effects);
    }

    public FormModel Model { get; }

    public ReachableScore Lowest { get; }

    public ReachableScore Highest { get; }

    public ReachableScore LowestRaw { get; }

    public ReachableScore HighestRaw { get; }

    public ImmutableArray<QuestionShare> Shares { get; }

    public FindingReport Report { get; } = new();

    // A set of sheets is as much work as there are questions.
    private int MostSets => Math.Max(1, (int)Math.Min(_most, _most * 20L / (Model.Questions.Length + 1)));

    public static AnalysisFindings Of(EvaluationForm form, AnalysisLimits limits) => new(form, limits);

    private void Find(AnswerEffects[] effects)
    {
        _visibility.Report(Report);
        FailureFindings.Report(Report, Model, _visibility, _seen);
        foreach (QuestionModel question in Model.Questions.Where(question => _visibility.CanBeVisible(question.Position) != false))
        {
            EffectFindings.Report(Report, Model, question, effects[question.Position], _visibility.CanBeVisible(question.Position));
        }

        new MarkFindings(Model, Lowest, Highest, _seen).Report(Report);
        ShareFindings.Report(Report, Model, Shares);
    }

    private (ReachableScore Score, FilledSheet? Sheet) Search(StakeTable stakes, bool isHighest, bool isRaw)
    {
        var search = new ExtremeSearch(Model, stakes, isHighest, isRaw);
        ReachableScore score = search.Find(MostSets);
        return (score, search.Witness);
    }

    private AnswerEffects EffectsOf(QuestionModel question, Fraction? limit)
    {
        var effects = new AnswerEffects(Model, question);
        effects.AddAll(_most);
        if (!effects.IsComplete)
        {
            new Probes(Model, _fullest, _emptiest).Look(question, effects, limit);
        }

        return effects;
    }

    private QuestionShare ShareOf(QuestionModel question, AnswerEffects effects, Fraction? limit)
    {
        int position = question.Position;
        MassRange? weights = _weights.Of(question);
        Fraction? share = WeightIn(_fullest.For(position), position);
        Fraction? most = WeightIn(_emptiest.For(position), position);
        bool isRange = weights is { } bounds && share == bounds.Least && most == bounds.Most;
        return new QuestionShare
        {
            Question = question.Plan.Source,
            CanBeVisible = _visibility.CanBeVisible(position),
            Share = share,
            LowestShare = _seen.IsComplete ? _seen.Lowest[position] : isRange ? share : null,
            HighestShare = _seen.IsComplete ? _seen.Highest[position] : isRange ? most : null,
            IsRangeDecided = _seen.IsComplete || isRange || NeverCounts(question),
            Change = ChangeOf(effects, limit),
        };
    }

    private static bool NeverCounts(QuestionModel question) => Array.TrueForAll(question.Classes, answers => answers.Standing == AnswerStanding.Apart);

    private Fraction? WeightIn(FilledSheet? sheet, int question)
    {
        if (sheet is null)
        {
            return null;
        }

        if (!_cards.TryGetValue(sheet, out Scorecard? card))
        {
            card = new SheetResult(Model, sheet).Card;
            _cards.Add(sheet, card);
        }

        return card.Questions[question].AppliedWeight;
    }

    // No change goes beyond the lowest and the highest total.
    private Fraction? LimitOf(QuestionModel question)
    {
        Fraction? range = Highest.Bound?.Value - Lowest.Bound?.Value;
        Fraction? own = _limit.Of(question, _weights.Of(question)?.Most);
        return own is { } least && range is { } most ? Fraction.Min(least, most) : own ?? range;
    }

    // What was found is all there is where it reaches the limit.
    private ScoreChange ChangeOf(AnswerEffects effects, Fraction? limit)
    {
        bool isDecided = effects.IsComplete || (effects.Largest is { } largest && largest == limit);
        return new()
        {
            Largest = InUnit(effects.Largest),
            IsDecided = isDecided,
            Bound = InUnit(isDecided ? effects.Largest : limit),
            Before = effects.Sheets is { } sheets ? SheetWriter.Write(Model, sheets.Lower) : null,
            After = effects.Sheets is { } pair ? SheetWriter.Write(Model, pair.Higher) : null,
        };
    }

    private Score? InUnit(Fraction? value) => value is { } number ? new Score(number, Model.Form.Method.Unit) : null;
}
