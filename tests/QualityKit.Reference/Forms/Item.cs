using System.Text.Json;

namespace QualityKit.Reference.Forms;

/// <summary>What a group holds: a question or a further group.</summary>
internal abstract class Item
{
    public required string Key { get; init; }

    /// <summary>The group around this item; null only for the whole form.</summary>
    public required Group? Parent { get; init; }

    /// <summary>Its own weight (w for a question), 1 unless given.</summary>
    public ExactNumber Weight { get; init; } = ExactNumber.One;

    public JsonElement? VisibleWhen { get; init; }

    /// <summary>The groups around this item, innermost first, the whole form last.</summary>
    public IEnumerable<Group> GroupsAround()
    {
        for (var group = Parent; group is not null; group = group.Parent)
        {
            yield return group;
        }
    }
}
