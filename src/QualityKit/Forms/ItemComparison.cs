namespace QualityKit.Forms;

/// <summary>Compares the groups and questions of two forms, wherever they are.</summary>
internal sealed class ItemComparison
{
    private readonly ChangeList _changes;
    private readonly ItemMap _before;
    private readonly ItemMap _after;
    private readonly QuestionComparison _questions;

    public ItemComparison(ChangeList changes, EvaluationForm before, EvaluationForm after)
    {
        _changes = changes;
        _before = new ItemMap(before);
        _after = new ItemMap(after);
        _questions = new QuestionComparison(changes);
        Top = new ChangePlace("form", "").Called("name", after.Name);
    }

    private ChangePlace Top { get; }

    public void Compare()
    {
        CompareOrder(Top, "/groups", "");
        foreach (MappedItem now in _after.Items)
        {
            if (_before.Find(now.Item) is { } was)
            {
                Compare(was, now);
            }
            else
            {
                _changes.Added(PlaceOf(now), EffectOf(now.Item));
            }
        }

        foreach (MappedItem was in _before.Items.Where(item => _after.Find(item.Item) is null))
        {
            _changes.Removed(PlaceOf(was), EffectOf(was.Item));
        }
    }

    private void Compare(MappedItem was, MappedItem now)
    {
        ChangePlace place = PlaceOf(now);
        FormChangeEffect effect = was.Item is InformationBlock && now.Item is InformationBlock ? FormChangeEffect.Workflow : FormChangeEffect.Scores;
        _changes.Moved(place, effect, NullIfTop(was.Group), NullIfTop(now.Group));
        if (now.Item is not Group group)
        {
            _questions.Compare(place, (Question)was.Item, (Question)now.Item);
            return;
        }

        var earlier = (Group)was.Item;
        _changes.Text(place, "title", earlier.Title, group.Title);
        _changes.Members(place, ItemAspects.Group, earlier, group);
        HeadComparison.CompareBands(_changes, place, earlier.Bands, group.Bands);
        CompareOrder(place, "/items", group.Key);
    }

    // Only what is in the group both before and after has an order that can change.
    private void CompareOrder(ChangePlace place, string pointer, string group)
    {
        MappedItem[] was = [.. _before.ItemsOf(group).Where(item => _after.Find(item.Item)?.Group == group)];
        MappedItem[] now = [.. _after.ItemsOf(group).Where(item => _before.Find(item.Item)?.Group == group)];
        if (!was.Select(ItemMap.NameOf).SequenceEqual(now.Select(ItemMap.NameOf)))
        {
            _changes.Order(place, pointer, was.Select(item => item.Item.Key), now.Select(item => item.Item.Key));
        }
    }

    private static string? NullIfTop(string group) => group.Length == 0 ? null : group;

    private static ChangePlace PlaceOf(MappedItem item) => item.Item is Group group
        ? new ChangePlace("group", item.Pointer) { Subject = group.Key }.Called("name", group.Title)
        : new ChangePlace("question", item.Pointer) { Subject = item.Item.Key }.Called("name", ((Question)item.Item).Text);

    // What earns nothing matters only to conditions, and those are compared themselves.
    private static FormChangeEffect EffectOf(FormItem item) => item switch
    {
        ScoredQuestion => FormChangeEffect.Scores,
        Group group => group.Items.Any(inner => EffectOf(inner) == FormChangeEffect.Scores) ? FormChangeEffect.Scores : FormChangeEffect.Workflow,
        _ => FormChangeEffect.Workflow,
    };
}
