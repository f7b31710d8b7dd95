using System.Collections.Concurrent;
using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;

namespace QualityKit.Storage.Sqlite.Schema;

/// <summary>Knows which tables the file must have, makes them, and sees in every transaction whether another node changed them.</summary>
internal sealed class SchemaKeeper(string file, ImmutableArray<Migration> migrations, Version library, bool makesSchema)
{
    private readonly ConcurrentDictionary<(string Collection, string Name), IndexTable> _required = new();
    private readonly ConcurrentDictionary<string, ReportView> _views = new(StringComparer.Ordinal);
    private volatile int _requirements;
    private volatile Look? _look;

    /// <summary>Asks for the indexes and views of a schema from now on.</summary>
    public void Require(StoreSchema schema)
    {
        foreach (IndexDefinition index in schema.Indexes)
        {
            var table = new IndexTable(index);
            if (_required.GetOrAdd((index.Collection, index.Name), table).FieldList != table.FieldList)
            {
                throw new ArgumentException($"two schemas have the index `{index}` with different fields", nameof(schema));
            }
        }

        foreach (ViewDefinition definition in schema.Views)
        {
            var view = new ReportView(definition, schema.Index(definition.Collection, definition.Index)!);
            _views.TryAdd(view.Name, view);
        }

        Interlocked.Increment(ref _requirements);
    }

    /// <summary>The table of an index, also of one that only other nodes know.</summary>
    public IndexTable Table(Session session, string collection, string name) =>
        _required.TryGetValue((collection, name), out IndexTable? table) ? table : IndexTable.Parse(collection, name, FieldList(session, collection, name)!);

    /// <summary>Whether the file has what this node needs. It looks again only after someone changed a table.</summary>
    /// <returns>False when this node has to make it first, and may.</returns>
    /// <exception cref="InvalidOperationException">The file is only for newer libraries, or lacks something that this node may not make.</exception>
    public bool Accepts(Session session)
    {
        var look = new Look(session.SchemaCookie(), _requirements);
        if (look == _look)
        {
            return true;
        }

        if (Missing(session) is { } missing)
        {
            return makesSchema
                ? false
                : throw new InvalidOperationException($"`{file}` has no {missing}: call `EnsureSchemaAsync` once after each upgrade, or leave `MakesSchema` on");
        }

        _look = look;
        return true;
    }

    /// <summary>Makes whatever is missing.</summary>
    public void Make(Session session)
    {
        session.Execute(
            """
            CREATE TABLE IF NOT EXISTS qk_migrations (
                number INTEGER PRIMARY KEY,
                name TEXT NOT NULL,
                oldest_library TEXT NOT NULL,
                made_by TEXT NOT NULL
            ) STRICT;
            """);
        HashSet<long> made = Made(session);
        foreach (Migration migration in migrations.Where(migration => !made.Contains(migration.Number)))
        {
            session.Execute(migration.Sql);
            session.Prepare("INSERT INTO qk_migrations (number, name, oldest_library, made_by) VALUES (?1, ?2, ?3, ?4)")
                .Bind(1, migration.Number).Bind(2, migration.Name).Bind(3, migration.OldestLibrary.ToString()).Bind(4, library.ToString()).Run();
        }

        foreach (((string collection, string name), IndexTable table) in _required.Where(index => !Has(session, index.Key, index.Value)))
        {
            session.Execute(table.Create);
            session.Prepare("INSERT INTO qk_indexes (collection, name, fields) VALUES (?1, ?2, ?3)")
                .Bind(1, collection).Bind(2, name).Bind(3, table.FieldList).Run();
        }

        foreach (ReportView view in _views.Values.Where(view => !Has(session, view)))
        {
            session.Execute(view.Create);
        }
    }

    private string? Missing(Session session)
    {
        bool hasTables = session.Prepare("SELECT 1 FROM sqlite_schema WHERE name = 'qk_migrations'").Step();
        if (!hasTables)
        {
            return "tables of QualityKit";
        }

        HashSet<long> made = Made(session);
        return migrations.FirstOrDefault(migration => !made.Contains(migration.Number)) is { } migration
            ? $"migration {migration.Number} (`{migration.Name}`)"
            : _required.Where(index => !Has(session, index.Key, index.Value)).Select(index => $"index `{index.Key.Collection}.{index.Key.Name}`")
                .Concat(_views.Values.Where(view => !Has(session, view)).Select(view => $"view `{view.Name}`"))
                .FirstOrDefault();
    }

    // The file says which libraries may use it; a node that is older must stop, also in the middle of its work.
    private HashSet<long> Made(Session session)
    {
        var made = new HashSet<long>();
        Statement migration = session.Prepare("SELECT number, oldest_library FROM qk_migrations");
        while (migration.Step())
        {
            made.Add(migration.Integer(0));
            var oldest = Version.Parse(migration.Text(1));
            if (oldest > library)
            {
                throw new InvalidOperationException($"`{file}` was upgraded and may be used by QualityKit {oldest} or later; this is {library}: upgrade this node");
            }
        }

        return made;
    }

    private bool Has(Session session, (string Collection, string Name) index, IndexTable table) =>
        FieldList(session, index.Collection, index.Name) is { } stored
        && (stored == table.FieldList
            ? true
            : throw new InvalidOperationException($"`{file}` has the index `{index.Collection}.{index.Name}` with the fields {stored}, not {table.FieldList}: an index that changes needs a new name"));

    private bool Has(Session session, ReportView view)
    {
        Statement stored = session.Prepare("SELECT sql FROM sqlite_schema WHERE name = ?1").Bind(1, view.Name);
        return stored.Step()
            && (stored.Text(0) == view.Create
                ? true
                : throw new InvalidOperationException($"`{file}` has something else that is called `{view.Name}`: a view that changes needs a new version"));
    }

    private static string? FieldList(Session session, string collection, string name)
    {
        Statement index = session.Prepare("SELECT fields FROM qk_indexes WHERE collection = ?1 AND name = ?2").Bind(1, collection).Bind(2, name);
        return index.Step() ? index.Text(0) : null;
    }

    /// <summary>What the tables, and what was asked of them, were when they were found to be right.</summary>
    private sealed record Look(long Cookie, int Requirements);
}
