using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Tests.Children;
using QualityKit.Storage.PostgreSql.Tests.Servers;
using Xunit.Abstractions;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>Several processes on one server, some of which are killed; and the server itself, stopped at once.</summary>
public sealed class ProcessTests(PostgresServer server, ITestOutputHelper output) : IClassFixture<PostgresServer>, IAsyncLifetime
{
    private readonly string _schema = server.NewSchema();
    private PostgreSqlDocumentStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema);
        await _store.EnsureSchemaAsync(default);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [ServerFact]
    public async Task Two_processes_that_raise_one_document_a_thousand_times_lose_no_update()
    {
        await _store.CommitAsync(Notes.Batch("start").Create(Notes.Key("counter"), Notes.Body("0"), Notes.Label("0")), default);
        using var one = new Child("count", server.ConnectionString, _schema, "500");
        using var two = new Child("count", server.ConnectionString, _schema, "500");
        await Task.WhenAll(one.End(), two.End());

        Document counter = (await _store.ReadAsync(Notes.Tenant, Notes.Key("counter"), default))!;
        Assert.Equal("1000", Encoding.UTF8.GetString(counter.Body.Span));
        Assert.Single((await _store.QueryAsync(Notes.Tenant, new DocumentQuery { Collection = "notes", Index = "by-label" }, default)).Documents);
        output.WriteLine($"1000 updates by two processes, 0 lost; {one.Lines[^1]} and {two.Lines[^1]} on the way");
    }

    [ServerFact]
    public async Task Two_processes_that_require_what_the_other_writes_never_both_win()
    {
        const int Rounds = 1000;
        using var left = new Child("skew", server.ConnectionString, _schema, "0", $"{Rounds}");
        using var right = new Child("skew", server.ConnectionString, _schema, "1", $"{Rounds}");
        int pending = 2;
        int round = 0;
        void Next(string line)
        {
            if (Interlocked.Decrement(ref pending) == 0 && ++round < Rounds)
            {
                pending = 2;
                left.Say("go");
                right.Say("go");
            }
        }

        left.Said += Next;
        right.Said += Next;
        left.Say("go");
        right.Say("go");
        await Task.WhenAll(left.End(), right.End());

        (string Left, string Right)[] pairs = [.. left.Lines.Zip(right.Lines)];
        Assert.Equal(Rounds, pairs.Length);
        Assert.DoesNotContain(pairs, pair => pair.Left.EndsWith("True", StringComparison.Ordinal) && pair.Right.EndsWith("True", StringComparison.Ordinal));
        Assert.DoesNotContain(pairs, pair => pair.Left.EndsWith("False", StringComparison.Ordinal) && pair.Right.EndsWith("False", StringComparison.Ordinal));
        output.WriteLine($"{Rounds} rounds of two processes: one won in each, {pairs.Count(pair => pair.Left.EndsWith("True", StringComparison.Ordinal))} times the first");
    }

    [ServerFact]
    public async Task What_killed_processes_committed_is_whole_or_absent()
    {
        int seed = Seeds.New();
        var random = new Random(seed);
        var said = new List<string>();
        const int Kills = 9;
        for (int kill = 0; kill < Kills; kill += 3)
        {
            Child[] writers = [.. Enumerable.Range(kill, 3).Select(number => new Child("write", server.ConnectionString, _schema, $"k{number}"))];
            await Task.WhenAll(writers.Select(writer => writer.Hear("ready")));
            foreach (Child writer in writers)
            {
                await writer.HearSome("acknowledged", random.Next(1, 30));
                await Task.Delay(random.Next(0, 20));
                writer.Kill();
                said.AddRange(writer.Lines);
                writer.Dispose();
            }
        }

        output.WriteLine($"{Kills} processes killed with -9: {await Verify(said)} (QUALITYKIT_SEED={seed})");
    }

    [ServerFact]
    public async Task What_was_acknowledged_outlives_a_server_that_is_stopped_at_once()
    {
        const int Stops = 3;
        Child[] writers = [.. Enumerable.Range(0, 3).Select(number => new Child("write", server.ConnectionString, _schema, $"c{number}"))];
        await Task.WhenAll(writers.Select(writer => writer.Hear("ready")));
        for (int stop = 0; stop < Stops; stop++)
        {
            await Task.Delay(400);
            server.Crash();
            server.Start();
        }

        await Task.Delay(300);
        foreach (Child writer in writers)
        {
            writer.Say("stop");
            await writer.End();
        }

        string[] said = [.. writers.SelectMany(writer => writer.Lines)];
        output.WriteLine($"the server stopped at once {Stops} times: {await Verify(said)}, {said.Count(line => line.StartsWith("again", StringComparison.Ordinal))} sent again meanwhile");
        Assert.Contains(said, line => line.StartsWith("again", StringComparison.Ordinal));
        Array.ForEach(writers, writer => writer.Dispose());
    }

    [ServerFact]
    public async Task A_process_killed_between_two_statements_of_a_commit_leaves_all_or_nothing()
    {
        int[] found = [0, 0, 0, 0];
        const int Statements = 9;
        for (int statement = 1; statement <= Statements; statement++)
        {
            string name = $"b{statement}";
            Child? writer = null;
            using var proxy = new CuttingProxy(server.Port);
            int left = statement;
            // A commit is sent in one go, so the piece that holds it is cut after so many of its statements, and the process dies with it.
            proxy.Sending = piece =>
            {
                bool isCommit = piece.AsSpan().IndexOf("pg_advisory_xact_lock"u8) >= 0;
                if (isCommit)
                {
                    proxy.Cut(afterSent: Frontend.EndOfStatement(piece, left));
                    ThreadPool.QueueUserWorkItem(_ => writer!.Kill());
                }

                return false;
            };
            string through = server.ConnectionString.Replace($"Port={server.Port}", $"Port={proxy.Port}", StringComparison.Ordinal);
            using (writer = new Child("write", through, _schema, name))
            {
                await writer.Hear($"sent {name}-0");
                for (int wait = 0; wait < 2000 && !writer.HasEnded; wait++)
                {
                    await Task.Delay(5);
                }
            }

            CommitResult again = await _store.CommitAsync(Notes.Three($"{name}-0"), default);
            IReadOnlyList<DocumentVersion> versions = await Notes.Found(_store, $"{name}-0");
            found[versions.Count]++;
            Assert.All(versions, version => Assert.Equal(again.Version, version));
        }

        Assert.Equal([0, 0, 0, Statements], found);
        output.WriteLine($"a process killed after each of the first {Statements} statements of a commit: sent again, each had one effect");
    }

    [ServerFact]
    public async Task Many_processes_may_ensure_the_schema_at_once()
    {
        string schema = server.NewSchema();
        Child[] nodes = [.. Enumerable.Range(0, 4).Select(_ => new Child("ensure", server.ConnectionString, schema))];
        await Task.WhenAll(nodes.Select(node => node.Hear("ready")));
        Array.ForEach(nodes, node => node.Say("go"));
        await Task.WhenAll(nodes.Select(node => node.End()));
        Assert.All(nodes, node => Assert.Equal("ensured", node.Lines[^1]));
        Assert.Equal([1L], await server.Ask<long>($"SELECT count(*) FROM {schema}.migrations"));
        Array.ForEach(nodes, node => node.Dispose());
    }

    /// <summary>Whatever was acknowledged is there with its version, whatever was only sent is there whole or not at all, and sent again has one effect.</summary>
    private async Task<string> Verify(IReadOnlyCollection<string> said)
    {
        Dictionary<string, string> acknowledged = said.Where(line => line.StartsWith("acknowledged", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToDictionary(words => words[1], words => words[2]);
        string[] sent = [.. said.Where(line => line.StartsWith("sent", StringComparison.Ordinal)).Select(line => line.Split(' ')[1])];
        (int whole, int absent) = (0, 0);
        foreach (string command in sent)
        {
            IReadOnlyList<DocumentVersion> found = await Notes.Found(_store, command);
            Assert.True(found.Count == 3 || (found.Count == 0 && !acknowledged.ContainsKey(command)), $"{command}: {found.Count} of 3 documents are there");
            CommitResult again = await _store.CommitAsync(Notes.Three(command), default);
            Assert.Equal(Enumerable.Repeat(again.Version!.Value, 3), await Notes.Found(_store, command));
            if (acknowledged.TryGetValue(command, out string? version))
            {
                Assert.Equal(version, again.Version.Value.Value);
            }
            else
            {
                (whole, absent) = found.Count == 3 ? (whole + 1, absent) : (whole, absent + 1);
            }
        }

        Assert.NotEmpty(acknowledged);
        return $"{acknowledged.Count} acknowledged commits are all there; of {sent.Length - acknowledged.Count} not acknowledged {whole} are there whole and {absent} not at all; all {sent.Length} sent again had one effect";
    }
}
