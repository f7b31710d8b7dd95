using QualityKit.Storage.Documents;

namespace QualityKit.Storage.InMemory;

/// <summary>Sorts texts by their UTF-8 bytes.</summary>
internal sealed class Utf8Comparer : IComparer<string>
{
    public static Utf8Comparer Instance { get; } = new();

    public int Compare(string? left, string? right) => Utf8Order.Compare(left!, right!);
}
