using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>When the items of a draft are visible, by their positions in its outline, and where that goes in circles.</summary>
internal sealed class ItemConditions
{
    private readonly ImmutableArray<ConditionOutline?> _conditions;
    private readonly ReferenceCycles _cycles;

    public ItemConditions(FormOutline outline)
    {
        _conditions = [.. outline.Places.Select(place => place.Item?.VisibleWhen is { } condition
            ? ConditionOutline.Of(condition, place.Pointer + "/visibleWhen")
            : null)];
        _cycles = ReferenceCycles.Of(outline, _conditions);
    }

    public ConditionOutline? At(int position) => _conditions[position];

    /// <summary>Whether the reference from one item to a later question is part of a cycle.</summary>
    public bool IsOnCycle(int from, int to) => _cycles.Contains(from, to);

    /// <summary>The cycle to report at an item, from that item round to it again; null when there is none.</summary>
    public ImmutableArray<int>? CycleFrom(int position) => _cycles.StartingAt(position);
}
