using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Where seals are kept.</summary>
internal static class SealIndexes
{
    /// <summary>One document a seal, create-only, called after its number; and one that says how far sealing got.</summary>
    public const string Seals = "seals";

    /// <summary>Seals by number.</summary>
    public const string ByNumber = "by-number";

    /// <summary>The collections.</summary>
    public static ImmutableArray<string> Collections { get; } = [Seals];

    /// <summary>Their indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } = [new(Seals, ByNumber, new IndexField { Name = "number", Kind = IndexKind.Number })];
}
