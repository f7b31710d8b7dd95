using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using QualityKit.Interactions;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Where interactions are listed.</summary>
internal static class InteractionIndexes
{
    /// <summary>Interactions that were not deleted: when they began.</summary>
    public const string ByStart = "by-start";

    /// <summary>Interactions: an attribute that is not personal, and a value of it.</summary>
    public const string ByAttribute = "by-attribute";

    /// <summary>Interactions: the keyed hash of an attribute that is personal.</summary>
    public const string ByCustomer = "by-customer";

    /// <summary>Interactions: <see cref="RetentionWork"/> and when they fall due.</summary>
    public const string Due = "due";

    /// <summary>The kind of due work that deletes.</summary>
    public const string RetentionWork = "retention";

    // Beside by-start and due, with room to spare.
    private const int MostListed = 150;

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
    [
        new(Collections.Interactions, ByStart, Instant("start")),
        new(Collections.Interactions, ByAttribute, Text("attribute"), Text("value")),
        new(Collections.Interactions, ByCustomer, Text("customer")),
        new(Collections.Interactions, Due, Text("work"), Instant("due")) { ListsDueWork = true },
    ];

    /// <summary>The entries of an interaction; a tombstone has none.</summary>
    public static IEnumerable<IndexEntry> Of(StoredInteraction stored)
    {
        if (stored.Interaction is not { } interaction)
        {
            yield break;
        }

        yield return new(ByStart, IndexValue.Of(interaction.StartedAt));
        if (stored.Due is { } due)
        {
            yield return new(Due, IndexValue.Of(RetentionWork), IndexValue.Of(due));
        }

        foreach ((string name, string value) in Values(interaction).Take(MostListed))
        {
            yield return new(ByAttribute, IndexValue.Of(name), IndexValue.Of(value));
        }
    }

    /// <summary>A value as it is indexed; its kind stands before it, so that the text <c>1</c> is not the number. What is too long for an index is cut: whoever searches looks again.</summary>
    public static string Indexed(AttributeValue value)
    {
        string text = value switch
        {
            AttributeValue.Words words => "t:" + words.Value,
            AttributeValue.Number number => "n:" + number.Value.ToString("0.############################", CultureInfo.InvariantCulture),
            AttributeValue.Flag flag => flag.Value ? "f:true" : "f:false",
            AttributeValue.Instant instant => "i:" + instant.Value.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            AttributeValue.Someone person => "p:" + person.Value.Value,
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };
        return Cut(text.Replace('\0', '\uFFFD'));
    }

    /// <summary>All values of an interaction and its segments.</summary>
    public static IEnumerable<(string Name, AttributeValue Value)> Attributes(Interaction interaction) =>
        interaction.Segments.Select(segment => segment.Attributes).Prepend(interaction.Attributes)
            .SelectMany(set => set.Names.SelectMany(name => set[name].Select(value => (name, value))));

    private static IEnumerable<(string Name, string Value)> Values(Interaction interaction) =>
        Attributes(interaction).Select(one => (one.Name, Indexed(one.Value))).Distinct();

    private static string Cut(string text)
    {
        const int Room = 1000;
        var kept = new StringBuilder();
        int bytes = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > Room)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.ToString();
    }

    private static IndexField Text(string name) => new() { Name = name, Kind = IndexKind.Text };

    private static IndexField Instant(string name) => new() { Name = name, Kind = IndexKind.Instant };
}
