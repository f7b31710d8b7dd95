using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Groups in groups on their way into a flat list.</summary>
/// <param name="standsAlone">Whether a question must stand for itself.</param>
internal sealed class FlatGroupList(Func<Question, bool> standsAlone)
{
    private readonly ImmutableArray<FlatGroup>.Builder _groups = ImmutableArray.CreateBuilder<FlatGroup>();

    public ImmutableArray<FlatGroup> ToImmutable() => _groups.ToImmutable();

    // A published form has at most 20 levels of groups, so this cannot exhaust the stack.
    public void Add(Group group, SourceObject source, FlatGroup? parent)
    {
        var self = new FlatGroup
        {
            Group = group,
            Source = source,
            IsFirst = true,
            Weight = parent is null ? group.Weight : source.Product("weight", parent.Weight, group.Weight),
            Conditions = [.. parent?.Conditions ?? [], .. group.VisibleWhen is { } condition ? [(condition, source)] : Array.Empty<(Condition, SourceObject)>()],
            Questions = [],
        };
        source.Take("weight");
        source.Take("visibleWhen");
        if (parent is not null)
        {
            source.Lose(IssueCodes.GroupFlattened, null, ("target", source.Losses.Target), ("weight", self.Weight));
        }

        int parts = AddItems(self);
        if (parts > 1)
        {
            source.Lose(IssueCodes.GroupSplit, null, ("count", parts));
        }

        // What was marked as one must be marked piece by piece.
        if (parts > 1 || group.Items.Any(item => item is Group))
        {
            source.LeaveOut("allowsNotApplicable");
        }
    }

    // Gives the number of parts.
    private int AddItems(FlatGroup self)
    {
        ImmutableArray<SourceObject> items = self.Source.Objects("items");
        var run = ImmutableArray.CreateBuilder<(Question, SourceObject)>();
        int parts = 0;
        for (int position = 0; position < items.Length; position++)
        {
            switch (self.Group.Items[position])
            {
                case Group inner:
                    AddRun(self, run, ref parts);
                    items[position].Take("type");
                    Add(inner, items[position], self);
                    break;
                case ScoredQuestion question when standsAlone(question):
                    AddRun(self, run, ref parts);
                    AddAlone(self, question, items[position], ref parts);
                    break;
                case Question question:
                    run.Add((question, items[position]));
                    break;
            }
        }

        AddRun(self, run, ref parts);
        return parts;
    }

    private void AddRun(FlatGroup self, ImmutableArray<(Question, SourceObject)>.Builder run, ref int parts)
    {
        if (run.Count > 0)
        {
            _groups.Add(self with { IsFirst = parts++ == 0, Questions = run.ToImmutable() });
            run.Clear();
        }
    }

    private void AddAlone(FlatGroup self, ScoredQuestion question, SourceObject source, ref int parts)
    {
        decimal weight = source.Product("weight", self.Weight, question.Weight);
        source.Take("weight");
        source.Lose(IssueCodes.WeightInGroup, "weight", ("target", source.Losses.Target), ("weight", weight));
        _groups.Add(self with { IsFirst = parts++ == 0, IsAlone = true, Weight = weight, Questions = [(question, source)] });
    }
}
