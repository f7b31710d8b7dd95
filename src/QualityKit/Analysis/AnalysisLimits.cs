namespace QualityKit.Analysis;

/// <summary>How much work an analysis may do before it says that something is not decided. The same limits give the same analysis on any machine.</summary>
public sealed record AnalysisLimits
{
    /// <summary>20,000 sheets a statement.</summary>
    public static AnalysisLimits Default { get; } = new();

    /// <summary>How many answer sheets may be looked at for one statement (a condition, an extreme, a question), from 1; default 20,000.</summary>
    public int SheetsPerStatement { get; init; } = 20_000;
}
