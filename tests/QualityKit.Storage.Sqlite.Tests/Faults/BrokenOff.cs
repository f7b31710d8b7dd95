using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Tests.Children;

namespace QualityKit.Storage.Sqlite.Tests.Faults;

/// <summary>What must be true of a file after a child was broken off while it opened it, made the schema and committed twice.</summary>
internal static class BrokenOff
{
    /// <summary>Looks: a sound file, each commit whole or not there. Then sends both commands again: each has one effect.</summary>
    /// <returns>How many of the two commits the child had made.</returns>
    public static async Task<int> InspectAsync(StoreFolder folder, string when)
    {
        using SqliteDatabase database = folder.Open();
        var store = new SqliteDocumentStore(database, StoreFolder.Schema);
        string before = await StateAsync(store);
        int made = Array.IndexOf(States, before);
        Assert.True(made >= 0, $"{when}: half of something is there: {before}");

        CommitResult first = await store.CommitAsync(Roles.First(), default);
        Assert.True(first.IsCommitted, $"{when}: the first command was refused when it was sent again");
        Assert.True((await store.CommitAsync(Roles.Change(first.Version!.Value), default)).IsCommitted, $"{when}: the second command was refused when it was sent again");
        Assert.True(await StateAsync(store) == States[2], $"{when}: the commands sent again did not lead to the right end");
        string sound = await database.Engine.ReadAsync(Integrity, default);
        Assert.True(sound == "ok", $"{when}: {sound}");
        return made;
    }

    // Nothing; after the first commit; after the second.
    private static string[] States { get; } =
    [
        "gone=- kept=- made=- | all: | before: | after: | made:",
        "gone=6 kept=6 made=- | all:gone,kept | before:kept | after: | made:",
        "gone=- kept=5 made=3000 | all:kept,made | before: | after:kept | made:made",
    ];

    private static async Task<string> StateAsync(SqliteDocumentStore store)
    {
        var state = new StringBuilder();
        foreach (string id in (string[])["gone", "kept", "made"])
        {
            Document? document = await store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note(id), default);
            state.Append($"{id}={document?.Body.Length.ToString() ?? "-"} ");
        }

        foreach (string label in (string[])["all", "before", "after", "made"])
        {
            DocumentPage page = await store.QueryAsync(StoreFolder.Tenant, StoreFolder.Labelled(label), default);
            state.Append($"| {label}:{string.Join(',', page.Documents.Select(document => document.Key.Id))} ");
        }

        return state.ToString().TrimEnd();
    }

    private static string Integrity(Session session)
    {
        Statement check = session.Prepare("PRAGMA integrity_check");
        check.Step();
        return check.Text(0);
    }
}
