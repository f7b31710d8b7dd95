using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Holds when options of a choice or a multiple selection were selected.</summary>
public sealed record AnsweredOption : Condition
{
    /// <summary>The key of an earlier question.</summary>
    public required string Question { get; init; }

    /// <summary>The keys of options of that question; at least one.</summary>
    public required ImmutableArray<string> Options { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many of them must be selected; default any.</summary>
    public OptionMatch Match { get; init; } = OptionMatch.Any;

    internal override ImmutableArray<Condition> Inner => [];
}
