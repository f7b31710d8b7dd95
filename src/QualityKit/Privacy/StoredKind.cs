using System.Collections.Immutable;

namespace QualityKit.Privacy;

/// <summary>A kind of document that the library stores or exchanges, with every field of it that is about a person.</summary>
public sealed record StoredKind
{
    /// <summary>The kinds, by name.</summary>
    public static ImmutableArray<StoredKind> All { get; } =
    [
        Of("qualitykit.answers/1", Text("/answers/*/text"), Text("/answers/*/comment"), Text("/comment")),
        Of("qualitykit.form/1"),
        Of("qualitykit.interaction/1",
            Staff("/segments/*/participants/*/person"), Customer("/segments/*/participants/*/key"), Customer("/segments/*/attributes/*/*/value"),
            Customer("/consents/*/participant"), Customer("/attributes/*/*/value")),
        Of("qualitykit.transcript/1", Customer("/utterances/*/speaker"), Text("/utterances/*/text")),
        Of("qualitykit.what-if/1"),
    ];

    /// <summary>Its name: the format, and its version.</summary>
    public required string Name { get; init; }

    /// <summary>The fields that are about a person; none is declared as an empty list.</summary>
    public required ImmutableArray<PersonalField> PersonalFields { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The kind of a name; null for none.</summary>
    public static StoredKind? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(kind => kind.Name == name);
    }

    private static StoredKind Of(string name, params ImmutableArray<PersonalField> fields) => new() { Name = name, PersonalFields = fields };

    private static PersonalField Customer(string pointer) => new() { Pointer = pointer, Kind = PersonalKind.Customer };

    private static PersonalField Staff(string pointer) => new() { Pointer = pointer, Kind = PersonalKind.Staff };

    private static PersonalField Text(string pointer) => new() { Pointer = pointer, Kind = PersonalKind.FreeText };
}
