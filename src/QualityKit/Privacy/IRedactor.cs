using System.Collections.Immutable;

namespace QualityKit.Privacy;

/// <summary>Finds what nobody may keep in a text: card numbers, and whatever else a host looks for.</summary>
public interface IRedactor
{
    /// <summary>The stretches to black out, in any order; they may overlap.</summary>
    /// <param name="text">All that one speaker said, in order.</param>
    ImmutableArray<TextRange> Find(string text);
}
