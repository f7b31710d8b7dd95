namespace QualityKit.CaseRunner;

/// <summary>What became of one case; it prints itself as the line of the report.</summary>
internal sealed record CaseResult
{
    public required CaseOutcome Outcome { get; init; }

    public required string Id { get; init; }

    /// <summary>Why; empty for a case that passed.</summary>
    public string Detail { get; init; } = "";

    public override string ToString() => Outcome switch
    {
        CaseOutcome.Pass => $"pass {Id}",
        CaseOutcome.Fail => $"fail {Id}: {Detail}",
        CaseOutcome.Switch => $"switch {Id}: {Detail}",
        _ => $"unsupported {Id}: {Detail}",
    };
}
