using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>One option out of several. Yes/no, pass/fail and a range of numbers are presets of it.</summary>
public sealed record ChoiceQuestion : ScoredQuestion
{
    /// <summary>The options, in order; at least two.</summary>
    public ImmutableArray<ChoiceOption> Options { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How it is shown; default a list.</summary>
    public ChoicePreset Preset { get; init; } = ChoicePreset.None;

    internal override string Takes => "one option";
}
