using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Questions that follow each other directly in a group, for products that have no groups in groups.</summary>
internal sealed record FlatGroup
{
    public required Group Group { get; init; }

    public required SourceObject Source { get; init; }

    /// <summary>The weights of the group and of all groups around it, multiplied.</summary>
    public required decimal Weight { get; init; }

    /// <summary>The conditions of the group and of the groups around it, from the outside in.</summary>
    public required ImmutableArray<(Condition Condition, SourceObject Owner)> Conditions { get; init; }

    public required ImmutableArray<(Question Question, SourceObject Source)> Questions { get; init; }

    /// <summary>The groups of a form in document order, inner ones beside the outer ones, each in as many runs as it takes to keep the order.</summary>
    public static ImmutableArray<FlatGroup> Of(EvaluationForm form, SourceObject source)
    {
        var groups = ImmutableArray.CreateBuilder<FlatGroup>();
        ImmutableArray<SourceObject> sources = source.Objects("groups");
        for (int position = 0; position < form.Groups.Length; position++)
        {
            Add(groups, form.Groups[position], sources[position], parent: null);
        }

        return groups.ToImmutable();
    }

    // A published form has at most 20 levels of groups, so this cannot exhaust the stack.
    private static void Add(ImmutableArray<FlatGroup>.Builder groups, Group group, SourceObject source, FlatGroup? parent)
    {
        var self = new FlatGroup
        {
            Group = group,
            Source = source,
            Weight = parent is null ? group.Weight : source.Product("weight", parent.Weight, group.Weight),
            Conditions = [.. parent?.Conditions ?? [], .. group.VisibleWhen is { } condition ? [(condition, source)] : Array.Empty<(Condition, SourceObject)>()],
            Questions = [],
        };
        Account(self, isInner: parent is not null);
        ImmutableArray<SourceObject> items = source.Objects("items");
        var run = ImmutableArray.CreateBuilder<(Question, SourceObject)>();
        for (int position = 0; position < group.Items.Length; position++)
        {
            if (group.Items[position] is Group inner)
            {
                AddRun(groups, self, run);
                items[position].Take("type");
                Add(groups, inner, items[position], self);
            }
            else
            {
                run.Add(((Question)group.Items[position], items[position]));
            }
        }

        AddRun(groups, self, run);
    }

    private static void Account(FlatGroup self, bool isInner)
    {
        self.Source.Take("weight");
        self.Source.Take("visibleWhen");
        if (isInner)
        {
            self.Source.Lose(IssueCodes.GroupFlattened, null, ("target", self.Source.Losses.Target), ("weight", self.Weight));
        }

        if (self.Group.Items.Any(item => item is Group))
        {
            self.Source.LeaveOut("allowsNotApplicable");
        }
    }

    private static void AddRun(ImmutableArray<FlatGroup>.Builder groups, FlatGroup self, ImmutableArray<(Question, SourceObject)>.Builder run)
    {
        if (run.Count > 0)
        {
            groups.Add(self with { Questions = run.ToImmutable() });
            run.Clear();
        }
    }
}
