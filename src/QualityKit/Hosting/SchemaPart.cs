using QualityKit.Storage.Documents;

namespace QualityKit.Hosting;

/// <summary>What one package adds to the schema of a set of stores.</summary>
internal sealed record SchemaPart(StoreSchema Schema)
{
    /// <summary>All parts as one; a part that was added twice counts once.</summary>
    /// <exception cref="ArgumentException">Two parts have a collection or a view of one name.</exception>
    public static StoreSchema Whole(IEnumerable<SchemaPart> parts)
    {
        StoreSchema[] schemas = [.. parts.Select(part => part.Schema).Distinct()];
        return new([.. schemas.SelectMany(schema => schema.Collections)], [.. schemas.SelectMany(schema => schema.Indexes)]) { Views = [.. schemas.SelectMany(schema => schema.Views)] };
    }
}
