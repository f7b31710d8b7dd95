using System.Collections.Frozen;
using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Where everything in a valid form is, in document order.</summary>
internal sealed class FormIndex
{
    private readonly FrozenDictionary<string, int> _questions;
    private readonly FrozenDictionary<string, int> _groups;

    public FormIndex(FormDraft form)
    {
        var walk = new Walk();
        foreach (Group group in form.Groups)
        {
            walk.Enter(group, parent: -1);
        }

        Questions = walk.Questions.ToImmutable();
        QuestionGroups = walk.QuestionGroups.ToImmutable();
        Groups = [.. walk.Groups];
        _questions = Positions(Questions);
        _groups = Positions(Groups.Select(place => place.Group));
    }

    public ImmutableArray<Question> Questions { get; }

    /// <summary>For every question the position of the group that it is directly in.</summary>
    public ImmutableArray<int> QuestionGroups { get; }

    public ImmutableArray<GroupPlace> Groups { get; }

    public int QuestionAt(string key) => _questions.GetValueOrDefault(key, -1);

    public int GroupAt(string key) => _groups.GetValueOrDefault(key, -1);

    private static FrozenDictionary<string, int> Positions(IEnumerable<FormItem> items) =>
        items.Select((item, position) => KeyValuePair.Create(item.Key, position)).ToFrozenDictionary(StringComparer.Ordinal);

    private sealed class Walk
    {
        public ImmutableArray<Question>.Builder Questions { get; } = ImmutableArray.CreateBuilder<Question>();

        public ImmutableArray<int>.Builder QuestionGroups { get; } = ImmutableArray.CreateBuilder<int>();

        public List<GroupPlace> Groups { get; } = [];

        public void Enter(Group group, int parent)
        {
            int self = Groups.Count;
            int first = Questions.Count;
            Groups.Add(null!);
            foreach (FormItem item in group.Items)
            {
                if (item is Group inner)
                {
                    Enter(inner, self);
                }
                else
                {
                    Questions.Add((Question)item);
                    QuestionGroups.Add(self);
                }
            }

            Groups[self] = new GroupPlace(group, parent, first, Questions.Count, Groups.Count);
        }
    }
}
