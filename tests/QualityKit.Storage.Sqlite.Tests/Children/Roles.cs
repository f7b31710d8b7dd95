using System.Globalization;
using System.Text;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.Sqlite.Tests.Children;

/// <summary>What a child does, by name. The second argument is the file.</summary>
internal sealed class Roles(string file) : IDisposable
{
    /// <summary>The batch whose commit is broken off: it makes, replaces and deletes, with entries that come, go and stay.</summary>
    public const string Command = "broken off";

    private readonly SqliteDatabase _database = new(new SqliteStoreOptions { ConnectionString = $"Data Source={file}", TruncatesLogAfter = TimeSpan.FromHours(1) }, TimeProvider.System);

    private SqliteDocumentStore Store => field ??= new SqliteDocumentStore(_database, StoreFolder.Schema);

    public static async Task<int> RunAsync(string[] arguments)
    {
        using var child = new Roles(arguments[1]);
        switch (arguments[0])
        {
            case "commit": await child.CommitAsync(); break;
            case "insist": await child.InsistAsync(); break;
            case "stay": await child.StayAsync(); break;
            case "count": await child.CountAsync(int.Parse(arguments[2], CultureInfo.InvariantCulture)); break;
            case "skew": await child.SkewAsync(arguments[2], arguments[3], int.Parse(arguments[4], CultureInfo.InvariantCulture)); break;
            case "fill": await child.FillAsync(); break;
            case "delete": await child.DeleteAsync(arguments[2]); break;
            case "stage": await child.StageAsync(); break;
            default: return 2;
        }

        return 0;
    }

    public void Dispose() => _database.Dispose();

    public static DocumentBatch First() => StoreFolder.Batch("first")
        .Create(StoreFolder.Note("kept"), "before"u8.ToArray(), StoreFolder.Label("all"), StoreFolder.Label("before"))
        .Create(StoreFolder.Note("gone"), "before"u8.ToArray(), StoreFolder.Label("all"));

    public static DocumentBatch Change(DocumentVersion before) => StoreFolder.Batch(Command)
        .Create(StoreFolder.Note("made"), Encoding.UTF8.GetBytes(new string('m', 3_000)), StoreFolder.Label("all"), StoreFolder.Label("made"))
        .Replace(StoreFolder.Note("kept"), before, "after"u8.ToArray(), StoreFolder.Label("all"), StoreFolder.Label("after"))
        .Delete(StoreFolder.Note("gone"), before);

    // Opens, makes the schema, and makes two commits: killed anywhere on the way.
    private async Task CommitAsync()
    {
        DocumentVersion before = (await Store.CommitAsync(First(), default)).Version!.Value;
        Say(before.Value);
        Say((await Store.CommitAsync(Change(before), default)).Version!.Value.Value);
    }

    // The same, sent again after each failure with the same commands.
    private async Task InsistAsync()
    {
        DocumentVersion before = await Insist(First());
        await Insist(Change(before));
        Say("done");
    }

    private async Task<DocumentVersion> Insist(DocumentBatch batch)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return (await Store.CommitAsync(batch, default)).Version!.Value;
            }
            catch (StorageUnavailableException away) when (attempt < 5)
            {
                Say(away.Message);
            }
        }
    }

    private async Task StayAsync()
    {
        DocumentVersion before = (await Store.CommitAsync(First(), default)).Version!.Value;
        Say((await Store.CommitAsync(Change(before), default)).Version!.Value.Value);
        await Task.Delay(Timeout.Infinite);
    }

    private async Task CountAsync(int rounds)
    {
        await ReadyAsync();
        int conflicts = 0;
        for (int round = 0; round < rounds;)
        {
            Document counter = (await Store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("counter"), default))!;
            int next = int.Parse(Encoding.UTF8.GetString(counter.Body.Span), CultureInfo.InvariantCulture) + 1;
            CommitResult result = await Store.CommitAsync(
                StoreFolder.Batch($"{Environment.ProcessId} {round} {conflicts}").Replace(counter.Key, counter.Version, Encoding.UTF8.GetBytes($"{next}")), default);
            (round, conflicts) = result.IsCommitted ? (round + 1, conflicts) : (round, conflicts + 1);
        }

        Say($"{conflicts}");
    }

    // Each side writes its own document and requires that the other's is not there: of each pair one at most may succeed.
    private async Task SkewAsync(string mine, string others, int rounds)
    {
        await ReadyAsync();
        for (int round = 0; round < rounds; round++)
        {
            DocumentBatch batch = StoreFolder.Batch($"{mine}{round}").RequireAbsent(StoreFolder.Note($"{others}{round}")).Create(StoreFolder.Note($"{mine}{round}"), default);
            await Store.CommitAsync(batch, default);
        }

        Say("done");
    }

    // Writes until the disk is full, says so, and goes on when it is told that there is room again.
    private async Task FillAsync()
    {
        await Store.EnsureSchemaAsync(default);
        await ReadyAsync();
        int committed = 0;
        DocumentBatch batch;
        while (true)
        {
            batch = Large(committed);
            try
            {
                await Store.CommitAsync(batch, default);
                committed++;
            }
            catch (StorageUnavailableException full)
            {
                Say($"{committed}");
                Say(full.Message);
                break;
            }
        }

        Console.ReadLine();
        Say((await Store.CommitAsync(batch, default)).IsCommitted ? "committed" : "refused");
    }

    private static DocumentBatch Large(int number) => StoreFolder.Batch($"large {number}")
        .Create(StoreFolder.Note($"a{number:00}"), new byte[100_000], StoreFolder.Label("a"))
        .Create(StoreFolder.Note($"b{number:00}"), new byte[100_000], StoreFolder.Label("b"));

    private async Task DeleteAsync(string marker)
    {
        CommitResult made = await Store.CommitAsync(StoreFolder.Batch("make").Create(StoreFolder.Note("a"), Encoding.UTF8.GetBytes(marker)), default);
        await Store.CommitAsync(StoreFolder.Batch("delete").Delete(StoreFolder.Note("a"), made.Version!.Value), default);
        Say("deleted");
        await Task.Delay(Timeout.Infinite);
    }

    private async Task StageAsync()
    {
        IStagedBlob staged = await new SqliteBlobStore(_database).StageAsync(StoreFolder.Tenant, new BlobName("a"), default);
        await staged.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("planted in a blob ", 20_000))), default);
        Say("staged");
        await Task.Delay(Timeout.Infinite);
    }

    private static async Task ReadyAsync()
    {
        Say("ready");
        await Console.In.ReadLineAsync();
    }

    private static void Say(string line)
    {
        Console.WriteLine(line);
        Console.Out.Flush();
    }
}
