using System.Collections.Immutable;

namespace QualityKit.Statistics;

/// <summary>One thing that may drive an outcome, such as the answer to a question: its value in each case.</summary>
public sealed record Predictor
{
    /// <summary>What it is called; different from every other.</summary>
    public required string Name { get; init; }

    /// <summary>Its values, one a case in the order of the outcome; null where there is none. A yes or no is 1 or 0.</summary>
    public required ImmutableArray<double?> Values { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The name and how many values; never the values.</summary>
    public override string ToString() => $"{Name} ({Values.Length} cases)";
}
