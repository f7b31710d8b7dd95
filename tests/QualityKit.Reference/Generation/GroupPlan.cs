namespace QualityKit.Reference.Generation;

/// <summary>The tree of groups, drawn before anything is written, so that a scope can name any group.</summary>
internal sealed class GroupPlan
{
    private const int DeepestLevel = 5;

    private GroupPlan(string key, GroupPlan? parent, bool allowsNotApplicable)
    {
        Key = key;
        Parent = parent;
        AllowsNotApplicable = allowsNotApplicable;
        parent?.Children.Add(this);
    }

    public string Key { get; }

    public GroupPlan? Parent { get; }

    public List<GroupPlan> Children { get; } = [];

    public int Questions { get; private set; }

    public bool AllowsNotApplicable { get; }

    /// <summary>Whether a question in it can be N/A through a group.</summary>
    public bool CanBeNotApplicable => AllowsNotApplicable || Parent is { CanBeNotApplicable: true };

    private int Level => Parent is null ? 1 : Parent.Level + 1;

    /// <summary>All groups; each has an item, and all questions have a group.</summary>
    public static IReadOnlyList<GroupPlan> Draw(Dice dice, Features features, int questions)
    {
        var groups = new List<GroupPlan>();
        var count = dice.Between(1, Math.Max(1, (questions + 1) / 2));
        var nesting = dice.Pick(0, 0, 30, 60, 90);
        for (var number = 1; number <= count; number++)
        {
            var parents = groups.Where(group => group.Level < DeepestLevel).ToList();
            var parent = parents.Count > 0 && dice.Chance(nesting) ? PickParent(dice, parents) : null;
            groups.Add(new GroupPlan($"g{number}", parent, features.GroupsNotApplicable && dice.Chance(40)));
        }

        groups.Where(group => group.Children.Count == 0).ToList().ForEach(group => group.Questions++);
        for (var placed = groups.Sum(group => group.Questions); placed < questions; placed++)
        {
            dice.Pick(groups).Questions++;
        }

        return groups;
    }

    // Often the last one, or trees would stay shallow.
    private static GroupPlan PickParent(Dice dice, List<GroupPlan> parents) =>
        dice.Chance(60) ? parents[^1] : dice.Pick(parents);
}
