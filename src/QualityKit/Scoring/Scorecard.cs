using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>The score of one answered form: totals, groups, questions, failures, outcome, band, and why.</summary>
/// <remarks>Totals, groups and outcome are worked out at once; question lines, sub-scores and the explanation when they are first read.
/// Immutable and safe to share.</remarks>
public sealed class Scorecard
{
    private readonly CheckedAnswers _answers;
    private readonly QuickScore? _quick;
    private Calculation? _calculation;

    internal Scorecard(CheckedAnswers answers, bool isProvisional)
    {
        _answers = answers;
        IsProvisional = isProvisional;
        _quick = QuickScore.TryScore(answers.Plan, answers.FlatCodes);
    }

    /// <summary>The form version that was answered.</summary>
    public EvaluationForm Form => _answers.Form;

    /// <summary>The answers that were scored.</summary>
    public CheckedAnswers Answers => _answers;

    /// <summary>Whether answers may still be missing.</summary>
    public bool IsProvisional { get; }

    /// <summary>The final score; null when nothing applicable was scored: never 0, never 100 (rule S17).</summary>
    public Score? Total => InUnit(_quick is null ? Calculation.Total : _quick.Total);

    /// <summary>The score as if nothing had failed; null when nothing applicable was scored (rule S17).</summary>
    public Score? RawTotal => InUnit(_quick is null ? Calculation.RawTotal : _quick.RawTotal);

    /// <summary>The score of critical questions alone, before rules and failures; null when none counts (rule S19).</summary>
    public Score? Critical => InUnit(Calculation.Critical(isCritical: true));

    /// <summary>The score of all other questions, before rules and failures; null when none counts (rule S19).</summary>
    public Score? NonCritical => InUnit(Calculation.Critical(isCritical: false));

    /// <summary>The possible points that averages weigh the total by (rule S22).</summary>
    public Fraction Possible => Calculation.Possible;

    /// <summary>Whether it passed (rule S18).</summary>
    public Outcome Outcome => Verdict.OutcomeOf(
        Form.Pass,
        Total,
        HasFormFailed,
        Form.Pass?.QuestionMinimum is not null && Verdict.BelowMinimum(Form.Pass, Calculation).Any());

    /// <summary>The band of the total; null when it has none (rule S18).</summary>
    public Band? Band => Total is { } total ? Verdict.BandOf(total, Form.Bands) : null;

    /// <summary>Whether there were fewer answers than the method asks for (rule S12).</summary>
    public bool IsBelowLeastAnswers => Form.Method.LeastAnswers is not null && Calculation.IsBelowLeastAnswers;

    /// <summary>The scores of all groups, in document order, outer groups before inner ones.</summary>
    public ImmutableArray<GroupScore> Groups { get => field.IsDefault ? field = OpenGroups() : field; private init; }

    /// <summary>The scores of all questions and information blocks, in document order.</summary>
    public ImmutableArray<QuestionScore> Questions { get => field.IsDefault ? field = [.. Calculation.Questions.Select(line => new QuestionScore(line, Calculation))] : field; private init; }

    /// <summary>The score of each tag, in ordinal order of tags (rule S19).</summary>
    public ImmutableArray<TagScore> Tags =>
    [
        .. Form.Questions.OfType<AnswerableQuestion>().SelectMany(question => question.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(tag => new TagScore { Tag = tag, Score = InUnit(Calculation.Tagged(tag)) }),
    ];

    /// <summary>What failed, in document order (rule S15).</summary>
    public ImmutableArray<Failure> Failures => Calculation.Failures;

    internal QuickScore? Quick => _quick;

    internal bool HasFormFailed => _quick?.HasFormFailed ?? Calculation.HasFormFailed;

    internal Calculation Calculation => _calculation ??= new Calculation(_answers.Plan, _answers.FlatCodes, IsProvisional);

    /// <summary>The score of a group.</summary>
    /// <exception cref="ArgumentException">The form has no such group.</exception>
    public GroupScore Group(string key) =>
        Form.Index.GroupAt(key) is >= 0 and int group ? Groups[group] : throw new ArgumentException($"the form has no group `{key}`", nameof(key));

    /// <summary>The score of a question.</summary>
    /// <exception cref="ArgumentException">The form has no such question.</exception>
    public QuestionScore Question(string key) =>
        Form.Index.QuestionAt(key) is >= 0 and int question ? Questions[question] : throw new ArgumentException($"the form has no question `{key}`", nameof(key));

    /// <summary>Why the score is what it is, for people.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string Explain(MessageCatalogue? catalogue = null) => Explanation(catalogue).ToString();

    /// <summary>Why the score is what it is, as a tree that adds up to the total exactly (rule S21).</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public ScoreExplanation Explanation(MessageCatalogue? catalogue = null) => new Explainer(this, catalogue ?? MessageCatalogue.English).Explain();

    /// <summary>The total as people see it: rounded, with more digits where fewer would seem to cross the pass mark or a band (rule S20); <c>no score</c> when there is none.</summary>
    public string DisplayTotal()
    {
        IEnumerable<Score?> marks = [Form.Pass?.Mark, .. Form.Bands.SelectMany(band => new[] { band.Minimum, band.Top })];
        return Total?.ToString(Form.Method.Rounding, marks.OfType<Score>()) ?? "no score";
    }

    /// <summary>The total and the outcome in one line.</summary>
    public override string ToString() => $"{DisplayTotal()}, {Outcome}";

    private ImmutableArray<GroupScore> OpenGroups()
    {
        var groups = ImmutableArray.CreateBuilder<GroupScore>(Form.Index.Groups.Length);
        for (int group = 0; group < groups.Capacity; group++)
        {
            groups.Add(new GroupScore(this, group));
        }

        return groups.MoveToImmutable();
    }

    private Score? InUnit(Fraction? value) => value is { } number ? new Score(number, Form.Method.Unit) : null;
}
