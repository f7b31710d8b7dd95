using System.Collections.Immutable;

namespace QualityKit.CaseRunner.Items;

/// <summary>A group of items.</summary>
internal sealed record ItemGroup
{
    public required string Key { get; init; }

    public decimal Weight { get; init; } = 1;

    public ImmutableArray<Item> Items { get; init; } = [];

    public ImmutableArray<ItemGroup> Groups { get; init; } = [];

    /// <summary>A group of items without a weight of its own.</summary>
    public static ItemGroup Of(IEnumerable<Item> items) => new() { Key = "items", Items = [.. items] };
}
