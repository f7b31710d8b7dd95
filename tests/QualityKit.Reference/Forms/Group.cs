namespace QualityKit.Reference.Forms;

/// <summary>A group of items. The whole form is one too: the only one without a parent, of weight 1.</summary>
internal sealed class Group : Item
{
    /// <summary>In document order.</summary>
    public List<Item> Items { get; } = [];

    public IReadOnlyList<Band> Bands { get; init; } = [];

    public IEnumerable<Question> OwnQuestions => Items.OfType<Question>();

    public IEnumerable<Group> OwnGroups => Items.OfType<Group>();

    /// <summary>The questions in it at any depth, in document order.</summary>
    public IEnumerable<Question> AllQuestions() =>
        Items.SelectMany(item => item is Group group ? group.AllQuestions() : [(Question)item]);

    /// <summary>The groups in it at any depth, in document order: each before those inside it.</summary>
    public IEnumerable<Group> AllGroups() => OwnGroups.SelectMany(group => group.AllGroups().Prepend(group));
}
