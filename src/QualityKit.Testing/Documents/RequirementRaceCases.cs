using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What requirements hold against others at the same moment: the rules of key rings and legal holds stand on these.</summary>
internal static class RequirementRaceCases
{
    private const int Rounds = 40;

    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("write skew through required versions never happens", VersionSkew),
        ("a requirement of absence and a creation never pass each other", AbsenceAgainstCreation),
        ("nothing commits under a version that was replaced", UnderReplacedVersion),
        ("of a deletion and a replacement of one version one wins", DeleteAgainstReplace),
        ("a circle of three requirements never closes", Circle),
        ("a replacement whose requirement fails leaves what it replaces", RequirementAndReplacement),
    ];

    private static async Task VersionSkew(Bench bench)
    {
        for (int round = 0; round < Rounds; round++)
        {
            DocumentKey[] keys = [Bench.Note($"x{round}"), Bench.Note($"y{round}")];
            DocumentVersion version = await bench.Commit(bench.Batch().Create(keys[0], Bench.Body("0")).Create(keys[1], Bench.Body("0")));
            int winners = 0;
            await Bench.Together(2, async side =>
            {
                CommitResult result = await bench.Store.CommitAsync(bench.Batch().Require(keys[1 - side], version).Replace(keys[side], version, Bench.Body("1")), bench.Cancellation);
                Interlocked.Add(ref winners, result.IsCommitted ? 1 : 0);
            });
            Expect.Same(1, winners, "how many of two that each required the version that the other replaced");
        }
    }

    // One makes the hold; the other deletes, requiring that there is no hold. Both may happen only in the order deletion, hold.
    private static async Task AbsenceAgainstCreation(Bench bench)
    {
        for (int round = 0; round < Rounds; round++)
        {
            DocumentKey hold = Bench.Note($"hold{round}");
            DocumentKey call = Bench.Note($"call{round}");
            DocumentVersion version = await bench.Commit(bench.Batch().Create(call, Bench.Body("audio")));
            bool heldWhileThere = false;
            bool isDeleted = false;
            await Bench.Together(2, async side =>
            {
                if (side == 0)
                {
                    heldWhileThere = (await bench.Store.CommitAsync(bench.Batch().Create(hold, Bench.Body("hold")).Require(call, version), bench.Cancellation)).IsCommitted;
                }
                else
                {
                    isDeleted = (await bench.Store.CommitAsync(bench.Batch().RequireAbsent(hold).Delete(call, version), bench.Cancellation)).IsCommitted;
                }
            });
            Expect.True(heldWhileThere != isDeleted, heldWhileThere ? "a hold was placed and what it holds was deleted" : "a hold and a deletion refused each other, though one of them came first");
        }
    }

    // The head moves on and on; whoever writes says under which head. Once a head is replaced nobody writes under it any more.
    private static async Task UnderReplacedVersion(Bench bench)
    {
        DocumentVersion head = await bench.Create("head", "0");
        Task writing = Bench.Together(4, writer => WriteUnderHead(bench, writer));
        var before = new List<int>();
        for (int round = 1; round <= Rounds / 2; round++)
        {
            await Turn.PassAsync();
            head = await bench.Commit(bench.Batch().Replace(Bench.Note("head"), head, Bench.Body($"{round}")));
            before.Add(await CountUnder(bench, round - 1));
        }

        await writing;
        for (int round = 0; round < before.Count; round++)
        {
            Expect.Same(before[round], await CountUnder(bench, round), $"how many wrote under head {round}, when it was replaced and in the end");
        }
    }

    private static async Task<int> CountUnder(Bench bench, int round) =>
        await bench.Store.CountAsync(Bench.Tenant, Bench.Labelled($"under {round}"), 1_000, bench.Cancellation);

    private static async Task WriteUnderHead(Bench bench, int writer)
    {
        for (int round = 0; round < Rounds; round++)
        {
            Document head = (await bench.Find(Bench.Note("head")))!;
            await Turn.PassAsync();
            DocumentBatch batch = bench.Batch().Require(head.Key, head.Version)
                .Create(Bench.Note($"w{writer}-{round}"), Bench.Body("x"), Bench.Label($"under {Encoding.UTF8.GetString(head.Body.Span)}"));
            await bench.Store.CommitAsync(batch, bench.Cancellation);
        }
    }

    private static async Task DeleteAgainstReplace(Bench bench)
    {
        for (int round = 0; round < Rounds; round++)
        {
            DocumentVersion version = await bench.Create($"n{round}", "one");
            var results = new CommitResult[2];
            await Bench.Together(2, async side => results[side] = await bench.Store.CommitAsync(
                side == 0 ? bench.Batch().Delete(Bench.Note($"n{round}"), version) : bench.Batch().Replace(Bench.Note($"n{round}"), version, Bench.Body("two")), bench.Cancellation));
            Expect.Same(1, results.Count(result => result.IsCommitted), "how many of a deletion and a replacement of one version were committed");
            Expect.Same(results[0].IsCommitted ? null : "two", await bench.Read($"n{round}"), "what the winner left");
        }
    }

    private static async Task Circle(Bench bench)
    {
        for (int round = 0; round < Rounds; round++)
        {
            DocumentKey[] keys = [.. Enumerable.Range(0, 3).Select(number => Bench.Note($"c{round}-{number}"))];
            DocumentVersion version = await bench.Commit(keys.Aggregate(bench.Batch(), (all, key) => all.Create(key, Bench.Body("0"))));
            int winners = 0;
            await Bench.Together(3, async side =>
            {
                CommitResult result = await bench.Store.CommitAsync(bench.Batch().Require(keys[(side + 1) % 3], version).Replace(keys[side], version, Bench.Body("1")), bench.Cancellation);
                Interlocked.Add(ref winners, result.IsCommitted ? 1 : 0);
            });
            Expect.True(winners is 1 or 2, $"{winners} of three committed that each required the version which the next replaced");
        }
    }

    private static async Task RequirementAndReplacement(Bench bench)
    {
        DocumentVersion head = await bench.Create("head", "0");
        DocumentVersion version = await bench.Create("a", "0", Bench.Label("old"));
        await bench.Commit(bench.Batch().Replace(Bench.Note("head"), head, Bench.Body("1")));
        await bench.Refused(bench.Batch().Replace(Bench.Note("a"), version, Bench.Body("1"), Bench.Label("new")).Require(Bench.Note("head"), head));
        Expect.Same("0", await bench.Read("a"), "the body that was not replaced");
        Expect.List(["a"], await bench.Ids(Bench.Labelled("old")), "what its label lists");
        Expect.List([], await bench.Ids(Bench.Labelled("new")), "what the label lists that it was not given");
    }
}
