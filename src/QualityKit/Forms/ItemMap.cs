using System.Collections.Frozen;
using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>The groups and questions of a form by key.</summary>
internal sealed class ItemMap
{
    private readonly FrozenDictionary<string, MappedItem> _byName;
    private readonly ILookup<string, MappedItem> _byGroup;

    public ItemMap(EvaluationForm form)
    {
        ImmutableArray<OutlinePlace> places = FormOutline.Of(form.Edit(), new IssueList()).Places;
        Items = [.. places.Select(place => new MappedItem(place.Item!, place.Pointer, place.Parent < 0 ? "" : places[place.Parent].Item!.Key))];
        _byName = Items.ToFrozenDictionary(NameOf, StringComparer.Ordinal);
        _byGroup = Items.ToLookup(item => item.Group, StringComparer.Ordinal);
    }

    /// <summary>Everything in document order.</summary>
    public ImmutableArray<MappedItem> Items { get; }

    /// <summary>A group and a question may share a key.</summary>
    public static string NameOf(MappedItem item) => NameOf(item.Item);

    /// <summary>The item of the key and kind, group or question, of another; null when there is none.</summary>
    public MappedItem? Find(FormItem item) => _byName.GetValueOrDefault(NameOf(item));

    /// <summary>What a group holds, in order.</summary>
    public IEnumerable<MappedItem> ItemsOf(string group) => _byGroup[group];

    private static string NameOf(FormItem item) => (item.IsGroup ? "group " : "question ") + item.Key;
}
