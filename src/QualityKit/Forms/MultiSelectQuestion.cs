using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Any number of options, each with points when selected and when not.</summary>
public sealed record MultiSelectQuestion : ScoredQuestion
{
    /// <summary>The options, in order.</summary>
    public ImmutableArray<SelectOption> Options { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The most points that the question earns, from 0; null for no cap.</summary>
    public decimal? Cap { get; init; }

    internal override string Takes => "options";
}
