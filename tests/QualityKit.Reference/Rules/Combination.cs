using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>A way of putting questions together (S7 to S9).</summary>
internal abstract class Combination(Form form, IReadOnlyList<Standing> standings)
{
    /// <summary>No group has failed: the state of things for a raw total (S17).</summary>
    public static IReadOnlySet<string> NothingFailed { get; } = new HashSet<string>();

    protected Form Form { get; } = form;

    /// <summary>The score of the whole form or of a group, or null when it has none; scores of failed groups become 0 (S16).</summary>
    public abstract ExactNumber? Score(Group scope, IReadOnlySet<string> failedGroups);

    /// <summary>S21: what a value of 1 of a counted question would contribute to a total that exists.</summary>
    public abstract ExactNumber AppliedWeight(Standing counted);

    /// <summary>S21: what a counted question adds to a total that exists.</summary>
    public abstract ExactNumber Contribution(Standing counted);

    /// <summary>S21: what a change of 1 of the group's score would change in a total that exists, or null where groups have no score.</summary>
    public abstract ExactNumber? AppliedWeight(Group group);

    /// <summary>The counted questions in a group at any depth.</summary>
    public IReadOnlyList<Standing> CountedIn(Group scope) =>
        In(scope).Where(standing => standing.Counts).ToList();

    /// <summary>The questions in a group at any depth.</summary>
    protected IEnumerable<Standing> In(Group scope) =>
        standings.Where(standing => standing.Question.GroupsAround().Contains(scope));

    /// <summary>The questions directly in a group.</summary>
    protected IReadOnlyList<Standing> DirectlyIn(Group group) =>
        standings.Where(standing => standing.Question.Parent == group).ToList();

    /// <summary>S16: 0 unless already lower.</summary>
    protected static ExactNumber Failed(ExactNumber amount) => ExactNumber.Min(amount, ExactNumber.Zero);

    /// <summary>S16: adds up amounts over a tree, where the amount earned in a failed group becomes 0 unless lower.</summary>
    protected ExactNumber AmountOf(Group group, IReadOnlySet<string> failedGroups, Func<Standing, ExactNumber> amount)
    {
        var own = DirectlyIn(group).Where(standing => standing.Counts).Select(amount);
        var inner = group.OwnGroups.Select(child => AmountOf(child, failedGroups, amount));
        var sum = ExactNumber.Sum(own.Concat(inner));
        return failedGroups.Contains(group.Key) ? Failed(sum) : sum;
    }
}
