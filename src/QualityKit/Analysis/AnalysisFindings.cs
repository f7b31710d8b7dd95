using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>Everything that an analysis finds.</summary>
internal sealed class AnalysisFindings
{
    private readonly int _most;
    private readonly VisibilityFindings _visibility;
    private readonly AllSheets _seen;
    private readonly FullestSheets _fullest;

    private AnalysisFindings(EvaluationForm form, AnalysisLimits limits)
    {
        _most = limits.SheetsPerStatement;
        Model = new FormModel(form);
        _visibility = new VisibilityFindings(Model, _most);
        var stakes = new StakeTable(Model);
        Lowest = new ExtremeSearch(Model, stakes, isHighest: false, isRaw: false).Find(MostSets);
        Highest = new ExtremeSearch(Model, stakes, isHighest: true, isRaw: false).Find(MostSets);
        LowestRaw = new ExtremeSearch(Model, stakes, isHighest: false, isRaw: true).Find(MostSets);
        HighestRaw = new ExtremeSearch(Model, stakes, isHighest: true, isRaw: true).Find(MostSets);
        _seen = AllSheets.Of(Model, _most);
        _fullest = new FullestSheets(Model, _most);
        AnswerEffects[] effects = [.. Model.Questions.Select(EffectsOf)];
        Shares = [.. Model.Questions.Select(question => ShareOf(question, effects[question.Position]))];
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
            EffectFindings.Report(Report, Model, question, effects[question.Position]);
        }

        new MarkFindings(Model, Lowest, Highest, _seen).Report(Report);
        ShareFindings.Report(Report, Model, Shares);
    }

    private AnswerEffects EffectsOf(QuestionModel question)
    {
        var effects = new AnswerEffects(Model, question);
        effects.AddAll(_most);
        return effects;
    }

    private QuestionShare ShareOf(QuestionModel question, AnswerEffects effects)
    {
        int position = question.Position;
        FilledSheet? fullest = _fullest.For(position);
        return new QuestionShare
        {
            Question = question.Plan.Source,
            CanBeVisible = _visibility.CanBeVisible(position),
            Share = fullest is null ? null : new SheetResult(Model, fullest).Card.Questions[position].AppliedWeight,
            LowestShare = _seen.IsComplete ? _seen.Lowest[position] : null,
            HighestShare = _seen.IsComplete ? _seen.Highest[position] : null,
            IsRangeDecided = _seen.IsComplete,
            Change = ChangeOf(effects),
        };
    }

    private ScoreChange ChangeOf(AnswerEffects effects) => new()
    {
        Largest = InUnit(effects.Largest),
        IsDecided = effects.IsComplete,
        Bound = effects.IsComplete ? InUnit(effects.Largest) : null,
        Before = effects.Sheets is { } sheets ? SheetWriter.Write(Model, sheets.Lower) : null,
        After = effects.Sheets is { } pair ? SheetWriter.Write(Model, pair.Higher) : null,
    };

    private Score? InUnit(Fraction? value) => value is { } number ? new Score(number, Model.Form.Method.Unit) : null;
}
