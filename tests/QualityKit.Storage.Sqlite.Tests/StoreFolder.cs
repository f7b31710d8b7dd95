using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Sqlite.Tests;

/// <summary>A folder of one test with a file in it, and short words for opening it.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly List<SqliteDatabase> _open = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("qualitykit-sqlite-").FullName;

    public string File => Path.Combine(Folder, "quality.db");

    public static StoreSchema Schema { get; } = new(
        ["notes", "jobs"],
        new IndexDefinition("notes", "by-state", Field("state", IndexKind.Text), Field("owner", IndexKind.Text), Field("changed", IndexKind.Instant)),
        new IndexDefinition("notes", "by-label", Field("label", IndexKind.Text)),
        new IndexDefinition("notes", "by-size", Field("size", IndexKind.Number)),
        new IndexDefinition("jobs", "due", Field("kind", IndexKind.Text), Field("due", IndexKind.Instant)) { ListsDueWork = true });

    public static TenantId Tenant { get; } = new("acme");

    public static DocumentKey Note(string id) => new("notes", id);

    public static IndexEntry Label(string label) => new("by-label", IndexValue.Of(label));

    public static DocumentQuery Labelled(params string[] labels) => new()
    {
        Collection = "notes",
        Index = "by-label",
        Equal = labels.Length == 0 ? [] : [[.. labels.Select(IndexValue.Of)]],
    };

    public static DocumentBatch Batch(string command) => DocumentBatch.For(Tenant, new CommandId(command));

    public SqliteStoreOptions Options(Action<SqliteStoreOptions>? configure = null)
    {
        var options = new SqliteStoreOptions { ConnectionString = $"Data Source={File}" };
        configure?.Invoke(options);
        return options;
    }

    public SqliteDatabase Open(Action<SqliteStoreOptions>? configure = null, TimeProvider? time = null) => Keep(new SqliteDatabase(Options(configure), time ?? TimeProvider.System));

    public SqliteDatabase Keep(SqliteDatabase database)
    {
        _open.Add(database);
        return database;
    }

    public SqliteDocumentStore Documents(Action<SqliteStoreOptions>? configure = null) => new(Open(configure), Schema);

    /// <summary>Whether the bytes of a text are in any file of the folder.</summary>
    public bool Holds(string marker) => Found([marker]).Count > 0;

    /// <summary>Those texts whose bytes are in any file of the folder.</summary>
    public List<string> Found(IEnumerable<string> markers)
    {
        byte[][] files = [.. Directory.GetFiles(Folder).Select(ReadShared)];
        return [.. markers.Where(marker => files.Any(file => file.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(marker)) >= 0))];
    }

    public void Dispose()
    {
        _open.ForEach(database => database.Dispose());
        Directory.Delete(Folder, recursive: true);
    }

    private static IndexField Field(string name, IndexKind kind) => new() { Name = name, Kind = kind };

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
