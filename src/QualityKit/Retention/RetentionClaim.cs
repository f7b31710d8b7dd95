using QualityKit.Validation;

namespace QualityKit.Retention;

/// <summary>What one matching policy asks for: keep at least so long, delete after so long at most, or both.</summary>
public sealed record RetentionClaim
{
    /// <summary>The policy, with its version: what explanations name.</summary>
    public required string Policy { get; init; }

    /// <summary>The place of the policy in the declared order; policies of one place go by their name, ordinally.</summary>
    public int Order { get; init; }

    /// <summary>How long to keep at least; null when it does not ask to keep.</summary>
    public RetentionPeriod? KeepAtLeast { get; init; }

    /// <summary>After how long it must be gone; null when it does not ask to delete; <see cref="RetentionPeriod.None"/> is at once.</summary>
    public RetentionPeriod? DeleteAfter { get; init; }

    /// <summary>After how long to archive; null for never.</summary>
    public RetentionPeriod? ArchiveAfter { get; init; }

    /// <summary>Whether to delete at once even when others keep; default no. Only a legal hold, open work and an error are stronger.</summary>
    public bool DeletesAlways { get; init; }

    /// <summary>Whether no policy after this one is looked at, in <see cref="RetentionResolver.Ordered"/> alone; default no.</summary>
    public bool StopsHere { get; init; }

    /// <summary>The code of what went wrong when the policy was evaluated; null for nothing. A policy that erred asks for nothing, and keeps everything.</summary>
    public string? Error { get; init; }

    /// <summary>Holds it against itself and the longest that the tenant keeps anything.</summary>
    /// <returns>The claim, or every issue at once. One that keeps for ever under a maximum is a warning: the maximum ends it.</returns>
    public Validated<RetentionClaim> Check(RetentionPeriod maximum)
    {
        var issues = new IssueList();
        if (KeepAtLeast is { IsForEver: true } && !maximum.IsForEver)
        {
            issues.Warning(IssueCodes.RetentionExceedsMaximum, "/keepAtLeast", ("period", KeepAtLeast.Value), ("maximum", maximum));
        }
        else if (KeepAtLeast > maximum)
        {
            issues.Error(IssueCodes.RetentionExceedsMaximum, "/keepAtLeast", ("period", KeepAtLeast.Value), ("maximum", maximum));
        }

        if (KeepAtLeast > DeleteAfter)
        {
            issues.Error(IssueCodes.RetentionReversed, "/deleteAfter", ("period", KeepAtLeast.Value), ("limit", DeleteAfter.Value));
        }

        if (ArchiveAfter >= DeleteAfter)
        {
            issues.Error(IssueCodes.ArchiveAfterDeletion, "/archiveAfter", ("period", ArchiveAfter.Value), ("limit", DeleteAfter.Value));
        }

        return new(issues.HasErrors ? null : this, issues.ToImmutable());
    }
}
