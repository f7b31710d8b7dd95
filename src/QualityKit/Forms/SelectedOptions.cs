using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>The options selected: one of a choice, any number of a multiple selection.</summary>
public sealed record SelectedOptions : Answer
{
    /// <summary>The keys of the options.</summary>
    public required ImmutableArray<string> Options { get; init => field = value.IsDefault ? [] : value; }

    /// <inheritdoc/>
    public bool Equals(SelectedOptions? other) => other is not null && Options.SequenceEqual(other.Options);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.Aggregate(17, HashCode.Combine);

    internal override string Noun => "options";
}
