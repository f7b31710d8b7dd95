using System.Collections.Immutable;

namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>What the database holds: which migrations were applied, and every index, also those that only newer nodes know.</summary>
internal sealed class Catalogue
{
    private readonly ILookup<string, EntryTable> _tables;

    public Catalogue(int generation, ImmutableArray<AppliedMigration> migrations, ImmutableArray<EntryTable> tables)
    {
        (Generation, Migrations, Tables) = (generation, migrations, tables);
        _tables = tables.ToLookup(table => table.Collection, StringComparer.Ordinal);
    }

    /// <summary>Raised by every change of the schema: a commit that was made for another one is made again.</summary>
    public int Generation { get; }

    public ImmutableArray<AppliedMigration> Migrations { get; }

    /// <summary>The tables of all indexes.</summary>
    public ImmutableArray<EntryTable> Tables { get; }

    /// <summary>The tables of the indexes of a collection.</summary>
    public IEnumerable<EntryTable> TablesOf(string collection) => _tables[collection];
}
