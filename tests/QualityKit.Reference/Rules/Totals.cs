using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>The total and the raw total (S12 to S17).</summary>
internal sealed class Totals(Form form, IReadOnlyList<Standing> standings, IReadOnlyList<Failure> failures, ScoreRules rules)
{
    private readonly ScoringMethod method = form.Method;

    /// <summary>S7 to S9 over every question.</summary>
    public Combination Combined { get; } = Combinations.Of(form, Weights.OfForm, standings, rules);

    /// <summary>S15: something failed the form.</summary>
    public bool FormFailed => failures.Any(failure => failure.Group is null);

    /// <summary>S15: the groups that failed, whatever the effect.</summary>
    public IReadOnlySet<string> FailedGroups => failures.Select(failure => failure.Group).OfType<string>().ToHashSet();

    /// <summary>S12: fewer answered questions that count than the method asks for.</summary>
    public bool BelowLeastAnswers => standings.Count(standing => standing.State == QuestionState.Answered) < method.LeastAnswers;

    /// <summary>S17: computed as if nothing had failed.</summary>
    public ExactNumber? Raw => BeforeFormFailure(Combination.NothingFailed);

    /// <summary>S16 and S17: failure comes last.</summary>
    public ExactNumber? Final => BeforeFormFailure(ZeroedGroups) is not { } total ? null
        : FormFailed && method.Failure == "zero" ? ExactNumber.Min(total, ExactNumber.Zero)
        : total;

    /// <summary>S16: a group's score after rules and failure.</summary>
    public ExactNumber? Of(Group group) => Combined.Score(group, ZeroedGroups);

    /// <summary>S16: with the effect outcomeOnly the numbers stay.</summary>
    private IReadOnlySet<string> ZeroedGroups => method.Failure == "zero" ? FailedGroups : Combination.NothingFailed;

    // S12, then: combine, score rules, bounds.
    private ExactNumber? BeforeFormFailure(IReadOnlySet<string> failedGroups) =>
        BelowLeastAnswers && method.LeastAnswersEffect == "noScore" ? null
        : Combined.Score(form.Whole, failedGroups) is not { } combined ? null
        : Bounds.Apply(method, rules.Apply(form.Whole, combined));
}
