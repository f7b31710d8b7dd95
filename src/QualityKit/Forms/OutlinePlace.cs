namespace QualityKit.Forms;

/// <summary>An item of a draft and where it is.</summary>
/// <param name="Item">The group or question; null where the draft has none.</param>
/// <param name="Pointer">Its JSON pointer.</param>
/// <param name="Parent">The position of the group around it; -1 at the top.</param>
/// <param name="Level">1 at the top, one more in every group.</param>
internal sealed record OutlinePlace(FormItem? Item, string Pointer, int Parent, int Level);
