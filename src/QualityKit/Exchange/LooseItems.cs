using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Questions outside of every group, which other products have.</summary>
internal static class LooseItems
{
    /// <summary>The items in groups: questions that follow each other directly get one of their own.</summary>
    /// <param name="form">The form.</param>
    /// <param name="member">Its member that has the items.</param>
    /// <param name="items">The items.</param>
    /// <param name="context">What is known of the document.</param>
    public static ImmutableArray<Group> InGroups(SourceObject form, string member, IEnumerable<FormItem> items, ImportContext context)
    {
        var groups = ImmutableArray.CreateBuilder<Group>();
        var run = ImmutableArray.CreateBuilder<FormItem>();
        foreach (FormItem item in items)
        {
            if (item is Group group)
            {
                Close(form, member, groups, run, context);
                groups.Add(group);
            }
            else
            {
                run.Add(item);
            }
        }

        Close(form, member, groups, run, context);
        return groups.ToImmutable();
    }

    private static void Close(
        SourceObject form, string member, ImmutableArray<Group>.Builder groups, ImmutableArray<FormItem>.Builder run, ImportContext context)
    {
        const string Title = "Questions";
        if (run.Count == 0)
        {
            return;
        }

        string key = context.LooseGroupKey(Title);
        form.Lose(IssueCodes.ItemsMoved, member, ("place", key));
        groups.Add(new() { Key = key, Title = Title, Items = run.ToImmutable() });
        run.Clear();
    }
}
