using System.Text;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>The documents that these tests write, and short words for them.</summary>
internal static class Notes
{
    public static TenantId Tenant { get; } = new("acme");

    public static DateTimeOffset Noon { get; } = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static StoreSchema Schema { get; } = new(
        ["notes", "jobs"],
        new IndexDefinition("notes", "by-state", Text("state"), Instant("changed")),
        new IndexDefinition("notes", "by-label", Text("label")),
        new IndexDefinition("notes", "by-team", Text("team"), Text("agent"), Number("score")),
        new IndexDefinition("jobs", "due", Text("kind"), Instant("due")) { ListsDueWork = true })
    {
        Views = [new ViewDefinition { Name = "team-scores", Version = 1, Collection = "notes", Index = "by-team" }, new ViewDefinition { Name = "states", Version = 1, Collection = "notes", Index = "by-state" }],
    };

    public static DocumentKey Key(string id) => new("notes", id);

    public static ReadOnlyMemory<byte> Body(string text) => Encoding.UTF8.GetBytes(text);

    public static IndexEntry Label(string label) => new("by-label", IndexValue.Of(label));

    public static IndexEntry State(string state, int minute) => new("by-state", IndexValue.Of(state), IndexValue.Of(Noon.AddMinutes(minute)));

    public static IndexEntry Team(string team, string agent, decimal score) => new("by-team", IndexValue.Of(team), IndexValue.Of(agent), IndexValue.Of(score));

    public static DocumentQuery Labelled(string label) => new() { Collection = "notes", Index = "by-label", Equal = [[IndexValue.Of(label)]] };

    public static DocumentBatch Batch(string command) => DocumentBatch.For(Tenant, new CommandId(command));

    /// <summary>Three documents that belong together: all of them are there, or none.</summary>
    public static DocumentBatch Three(string command) => Batch(command)
        .RequireAbsent(Key("stop"))
        .Create(Key($"{command}-a"), Body(command), Label(command))
        .Create(Key($"{command}-b"), Body(command), Label(command), State("open", 1))
        .Create(Key($"{command}-c"), Body(command), Label(command));

    /// <summary>How many of the three are there, each with its version, as the index and the keys tell alike.</summary>
    public static async Task<IReadOnlyList<DocumentVersion>> Found(IDocumentStore store, string command)
    {
        DocumentPage listed = await store.QueryAsync(Tenant, Labelled(command), default);
        foreach (string part in (string[])["a", "b", "c"])
        {
            Document? read = await store.ReadAsync(Tenant, Key($"{command}-{part}"), default);
            Assert.Equal(listed.Documents.Any(document => document.Key.Id == $"{command}-{part}"), read is not null);
        }

        return [.. listed.Documents.Select(document => document.Version)];
    }

    private static IndexField Text(string name) => new() { Name = name, Kind = IndexKind.Text };

    private static IndexField Number(string name) => new() { Name = name, Kind = IndexKind.Number };

    private static IndexField Instant(string name) => new() { Name = name, Kind = IndexKind.Instant };
}
