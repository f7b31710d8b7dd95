using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Queries;

/// <summary>Bounds that every value lies behind: before all of them, or, where the order is turned round, after.</summary>
internal static class KeyBounds
{
    // One code point more than the longest text can have, each the greatest that there is.
    private static readonly string AfterAll = string.Concat(Enumerable.Repeat("\U0010FFFF", (StoreLimits.IndexTextBytes / 4) + 1));

    public static string Text(bool isDescending) => isDescending ? AfterAll : "";

    public static IndexValue Integer(IndexKind kind, bool isDescending) => IndexValue.FromInteger(kind, isDescending ? long.MaxValue : long.MinValue);
}
