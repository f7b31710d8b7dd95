using System.Collections.Immutable;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Exchange.Connect;

/// <summary>Writes the sections of Amazon Connect.</summary>
internal sealed class ConnectSectionWriter(ConnectPointWriter points, ConnectReferences references)
{
    private const int MostLevels = 2;

    private readonly List<decimal> _questionWeights = [];

    /// <summary>Writes a group as a section.</summary>
    /// <param name="group">The group.</param>
    /// <param name="source">The group as the form writes it.</param>
    /// <param name="around">The conditions of the groups around it, from the outside in.</param>
    /// <param name="level">How deep it is, from 1.</param>
    public JsonObject Write(Group group, SourceObject source, ImmutableArray<(Condition Condition, SourceObject Owner)> around, int level = 1)
    {
        source.Take("type");
        source.CheckLimit(null, "levels", level, MostLevels);
        source.CheckLimit("title", "characters", group.Title.Text.Length, 128);
        var section = new JsonObject
        {
            ["RefId"] = ConnectReferences.Written(source, group.Key, references.OfGroup(group.Key)),
            ["Title"] = source.Untranslated("title", group.Title),
        };
        // A section in which nothing counts has no weight to spread; one would have to be part of the 100.
        if (points.Mode == ConnectMode.Sections && (level > 1 || Counted(group) > 0))
        {
            source.Take("weight");
            section["Weight"] = level == 1 ? group.Weight : Spread(group, source);
        }

        ConnectBands.Write(section, source, group.Bands);
        Items(section, group, source, (Conditions(group, source, around), level));
        return new() { ["Section"] = section };
    }

    /// <summary>Reports weights that do not add up to 100, as the product wants them to.</summary>
    public void CheckWeights(SourceObject form, ImmutableArray<Group> groups)
    {
        IEnumerable<decimal> weights = points.Mode switch
        {
            ConnectMode.Questions => _questionWeights,
            ConnectMode.Sections => groups.Where(group => Counted(group) > 0).Select(group => group.Weight),
            _ => [100],
        };
        Fraction sum = weights.Aggregate(Fraction.Zero, (whole, weight) => whole + weight);
        if (sum != 100)
        {
            form.Lose(IssueCodes.WeightsNotHundred, "groups", ("target", ConnectFormat.Name), ("sum", sum.ToString()));
        }
    }

    // The product spreads the weight of an outer section evenly over all its questions, so an inner one has the weight of how many it has.
    private int Spread(Group group, SourceObject source)
    {
        int spread = Counted(group);
        if (group.Weight != spread)
        {
            source.Lose(IssueCodes.InnerWeightNotFollowed, "weight", ("target", ConnectFormat.Name), ("weight", group.Weight), ("used", spread));
        }

        return spread;
    }

    private int Counted(Group group) => group.Items.Sum(item => item switch
    {
        Group inner => Counted(inner),
        ScoredQuestion { IsExcluded: false } scored when !points.IsNeutral(scored) => 1,
        _ => 0,
    });

    private void Items(
        JsonObject section, Group group, SourceObject source, (ImmutableArray<(Condition, SourceObject)> Conditions, int Level) inside)
    {
        var items = new JsonArray();
        ImmutableArray<SourceObject> sources = source.Objects("items");
        for (int position = 0; position < group.Items.Length; position++)
        {
            SourceObject at = sources[position];
            switch (group.Items[position])
            {
                case Group inner:
                    items.Add((JsonNode)Write(inner, at, inside.Conditions, inside.Level + 1));
                    break;
                case InformationBlock block:
                    Block(section, block, at, isFirst: position == 0);
                    break;
                case AnswerableQuestion question:
                    items.Add((JsonNode)Question(question, at, inside.Conditions));
                    break;
            }
        }

        if (items.Count == 0)
        {
            source.Lose(IssueCodes.UnderLimitOfTarget, "items", ("target", ConnectFormat.Name), ("what", "items"), ("count", 0), ("limit", 1));
        }

        section["Items"] = items;
    }

    private JsonObject Question(AnswerableQuestion question, SourceObject source, ImmutableArray<(Condition, SourceObject)> around)
    {
        if (question is ScoredQuestion { IsExcluded: false, IsBonus: false } scored && !points.IsNeutral(scored))
        {
            _questionWeights.Add(scored.Weight);
        }

        JsonObject written = new ConnectQuestionWriter(points, references, source).Write(question);
        source.Take("visibleWhen");
        ConnectEnablementWriter.Write(written, question.VisibleWhen is { } own ? around.Add((own, source)) : around, references);
        return new() { ["Question"] = written };
    }

    // A section has room for one text: a block that begins it is that text.
    private static void Block(JsonObject section, InformationBlock block, SourceObject source, bool isFirst)
    {
        if (!isFirst || block.VisibleWhen is not null || block.Help is not null)
        {
            source.LoseWhole("information", block.Text.Text);
            return;
        }

        source.Take("type");
        source.Take("key");
        source.Lose(IssueCodes.TextMoved, null, ("place", "Instructions"));
        source.CheckLimit("text", "characters", block.Text.Text.Length, 1024);
        section["Instructions"] = source.Untranslated("text", block.Text);
    }

    private static ImmutableArray<(Condition Condition, SourceObject Owner)> Conditions(
        Group group, SourceObject source, ImmutableArray<(Condition Condition, SourceObject Owner)> around)
    {
        if (group.VisibleWhen is not { } condition)
        {
            return around;
        }

        source.Take("visibleWhen");
        source.Lose(IssueCodes.ConditionMovedDown, "visibleWhen", ("target", ConnectFormat.Name));
        return around.Add((condition, source));
    }
}
