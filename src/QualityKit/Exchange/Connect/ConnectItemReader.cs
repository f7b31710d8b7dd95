using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange.Connect;

/// <summary>Reads the sections and questions of Amazon Connect.</summary>
/// <param name="context">What is known of the document.</param>
/// <param name="mode">How it is scored.</param>
/// <param name="weightUnlessStated">The weight that is assumed where the document states none.</param>
internal sealed class ConnectItemReader(ImportContext context, ConnectMode mode, int weightUnlessStated)
{
    /// <summary>The sections of a form; questions outside of sections get a group of their own.</summary>
    public ImmutableArray<Group> Groups(SourceObject form) =>
        LooseItems.InGroups(form, "Items", Items(form.RequiredObjects("Items"), isExcluded: false, isInner: false), context);

    private IEnumerable<FormItem> Items(ImmutableArray<SourceObject> items, bool isExcluded, bool isInner)
    {
        foreach (SourceObject item in items)
        {
            if (item.Object("Section") is { } section)
            {
                yield return Section(section, isExcluded, isInner);
            }
            else if (item.Object("Question") is { } question)
            {
                yield return new ConnectQuestionReader(context, (mode, weightUnlessStated), question).Read(isExcluded);
            }
            else if (!item.Has("Section") && !item.Has("Question"))
            {
                item.Place.Report(IssueCodes.JsonMemberNeeded, ("members", "`Section`, `Question`"));
            }
        }
    }

    private Group Section(SourceObject source, bool isExcluded, bool isInner)
    {
        string refId = source.RequiredText("RefId");
        string title = source.RequiredText("Title");
        string key = context.GroupKey(source, title, [refId], refId);
        bool isOut = source.Flag("IsExcludedFromScoring") || isExcluded;
        ImmutableArray<FormItem> items = [.. Instructions(source, key), .. Items(source.RequiredObjects("Items"), isOut, isInner: true)];
        return new() { Key = key, Title = title, Weight = Weight(source, items, isInner), Bands = ConnectFormReader.Bands(source), Items = items };
    }

    private IEnumerable<FormItem> Instructions(SourceObject source, string group)
    {
        if (source.Filled("Instructions") is { } instructions)
        {
            string key = context.BlockKey(group + "-instructions");
            source.Lose(IssueCodes.TextMoved, "Instructions", ("place", key));
            yield return new InformationBlock { Key = key, Text = instructions };
        }
    }

    // A section spreads its weight evenly over its questions, those of inner sections too.
    private decimal Weight(SourceObject source, ImmutableArray<FormItem> items, bool isInner)
    {
        if (mode != ConnectMode.Sections)
        {
            source.LeaveOut("Weight");
            return 1;
        }

        int spread = isInner ? Scored(items) : weightUnlessStated;
        if (source.Number("Weight") is not { } weight)
        {
            source.Lose(IssueCodes.NumberAssumed, null, ("member", "Weight"), ("value", spread));
            return spread;
        }

        if (!isInner)
        {
            return weight;
        }

        if (weight != spread)
        {
            source.Lose(IssueCodes.InnerWeightNotFollowed, "Weight", ("target", ConnectFormat.Name), ("weight", weight), ("used", spread));
        }

        return spread;
    }

    private static int Scored(ImmutableArray<FormItem> items) =>
        items.Sum(item => item is Group group ? Scored(group.Items) : item is ScoredQuestion { IsExcluded: false } ? 1 : 0);
}
