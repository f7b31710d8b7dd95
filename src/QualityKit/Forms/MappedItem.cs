namespace QualityKit.Forms;

/// <summary>A group or question and where it is.</summary>
/// <param name="Item">The item.</param>
/// <param name="Pointer">Its JSON pointer.</param>
/// <param name="Group">The key of the group around it; empty at the top.</param>
internal sealed record MappedItem(FormItem Item, string Pointer, string Group);
