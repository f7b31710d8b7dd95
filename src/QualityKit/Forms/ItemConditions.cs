using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>When the items of a draft are visible, by their positions in its outline, and where that goes in circles.</summary>
internal sealed class ItemConditions
{
    private readonly FormOutline _outline;
    private readonly ReferenceCycles _cycles;

    public ItemConditions(FormOutline outline)
    {
        _outline = outline;
        _cycles = ReferenceCycles.Of(outline, At);
    }

    /// <summary>When the item at a position is visible; null: always.</summary>
    /// <remarks>Outlined anew at every call: one condition that many items share is small, its outlines together are not.</remarks>
    public ConditionOutline? At(int position) =>
        _outline.Places[position] is { Item.VisibleWhen: { } condition, Pointer: var pointer }
            ? ConditionOutline.Of(condition, pointer + "/visibleWhen")
            : null;

    /// <summary>Whether the reference from one item to a later question is part of a cycle.</summary>
    public bool IsOnCycle(int from, int to) => _cycles.Contains(from, to);

    /// <summary>The cycle to report at an item, from that item round to it again; null when there is none.</summary>
    public ImmutableArray<int>? CycleFrom(int position) => _cycles.StartingAt(position);
}
