using System.Collections.Immutable;

namespace QualityKit.Privacy;

/// <summary>A kind of document that the library stores or exchanges, with every field of it that is about a person.</summary>
public sealed record StoredKind
{
    /// <summary>The kinds, by name.</summary>
    public static ImmutableArray<StoredKind> All => StoredKindList.All;

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
}
