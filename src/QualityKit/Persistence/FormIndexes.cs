using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Where forms are listed.</summary>
internal static class FormIndexes
{
    /// <summary>Forms and drafts: folder, then key. The root is empty.</summary>
    public const string ByDirectory = "by-directory";

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } = [Of(Collections.Forms), Of(Collections.FormDrafts)];

    /// <summary>The entry of a form.</summary>
    public static IndexEntry Entry(string? directory, string key) => new(ByDirectory, IndexValue.Of(directory ?? ""), IndexValue.Of(key));

    private static IndexDefinition Of(string collection) =>
        new(collection, ByDirectory, new IndexField { Name = "directory", Kind = IndexKind.Text }, new IndexField { Name = "key", Kind = IndexKind.Text });
}
