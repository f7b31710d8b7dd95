using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>What the evaluations of one subject, such as an agent, come to before and after.</summary>
public sealed record WhatIfSubject
{
    internal WhatIfSubject()
    {
    }

    /// <summary>What the host calls the subject.</summary>
    public required string Subject { get; init; }

    /// <summary>How many evaluations were compared.</summary>
    public required long Compared { get; init; }

    /// <summary>How many have a total before.</summary>
    public required long CountBefore { get; init; }

    /// <summary>The mean of scores before; null when none has a total.</summary>
    public required Score? MeanBefore { get; init; }

    /// <summary>How many have a total after.</summary>
    public required long CountAfter { get; init; }

    /// <summary>The mean of scores after; null when none has a total.</summary>
    public required Score? MeanAfter { get; init; }

    /// <summary>Whether the mean changes sides of the pass mark: each mean against the mark of its own form.</summary>
    public required PassCrossing Crossing { get; init; }

    /// <summary>How many evaluations passed before and fail after.</summary>
    public required long ToFailed { get; init; }

    /// <summary>How many evaluations failed before and pass after.</summary>
    public required long ToPassed { get; init; }

    internal static WhatIfSubject From(SubjectState state, WhatIf whatIf)
    {
        Score? before = Mean(state.TotalsBefore, state.CountBefore, whatIf.Before.Method.Unit);
        Score? after = Mean(state.TotalsAfter, state.CountAfter, whatIf.After.Method.Unit);
        return new()
        {
            Subject = state.Subject,
            Compared = state.Compared,
            CountBefore = state.CountBefore,
            MeanBefore = before,
            CountAfter = state.CountAfter,
            MeanAfter = after,
            Crossing = (Meets(whatIf.Before, before), Meets(whatIf.After, after)) switch
            {
                (true, false) => PassCrossing.ToFailed,
                (false, true) => PassCrossing.ToPassed,
                _ => PassCrossing.None,
            },
            ToFailed = state.ToFailed,
            ToPassed = state.ToPassed,
        };
    }

    private static Score? Mean(Fraction totals, long count, ScoreUnit unit) =>
        count == 0 ? null : new Score(totals / Fraction.Of(count), unit);

    private static bool? Meets(EvaluationForm form, Score? mean) =>
        mean is { } score && form.Pass is { Mark: not null } pass ? Verdict.MeetsMark(pass, score) : null;
}
