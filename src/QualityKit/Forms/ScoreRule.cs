using QualityKit.Methods;

namespace QualityKit.Forms;

/// <summary>A change to a score after the sum (rule S13): raise, lower, set to, minimum.</summary>
public sealed record ScoreRule
{
    /// <summary>The group whose score changes; null for the form's.</summary>
    public string? GroupKey { get; init; }

    /// <summary>When the rule applies; null: always.</summary>
    public Condition? When { get; init; }

    /// <summary>What it does.</summary>
    public required ScoreRuleEffect Effect { get; init; }

    /// <summary>By how much, or to what; in the unit of the score.</summary>
    public required Score Amount { get; init; }
}
