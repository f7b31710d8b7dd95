using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What is still true after a process was killed; asked of durable stores only.</summary>
internal static class RestartCases
{
    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("what was committed is there after a kill", CommittedStays),
        ("a command is remembered after a kill", CommandStays),
        ("versions are not used again after a kill", VersionsStayNew),
    ];

    private static async Task<Bench> Restart(Bench bench)
    {
        await bench.Harness.KillAsync(bench.Cancellation);
        return new Bench(bench.Harness, await bench.Harness.OpenAsync(Schema.Value, bench.Cancellation), bench.Cancellation);
    }

    private static async Task CommittedStays(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "one", Bench.Label("x"));
        Bench after = await Restart(bench);
        Expect.Same("one", await after.Read("a"), "the body after a kill");
        Expect.Same(version, (await after.Find(Bench.Note("a")))!.Version, "the version after a kill");
        Expect.List(["a"], await after.Ids(Bench.Labelled("x")), "what the index lists after a kill");
    }

    private static async Task CommandStays(Bench bench)
    {
        DocumentBatch batch = bench.Batch().Create(Bench.Note("a"), Bench.Body("one"));
        DocumentVersion version = await bench.Commit(batch);
        Bench after = await Restart(bench);
        Expect.Same(version, await after.Commit(batch), "the answer to a command that was sent again after a kill");
    }

    private static async Task VersionsStayNew(Bench bench)
    {
        DocumentVersion first = await bench.Create("a", "one");
        await bench.Commit(bench.Batch().Delete(Bench.Note("a"), first));
        Bench after = await Restart(bench);
        CommitResult again = await after.Store.CommitAsync(
            DocumentBatch.For(Bench.Tenant, new CommandId("after the kill")).Create(Bench.Note("a"), Bench.Body("one")), after.Cancellation);
        Expect.True(again.Version is not null && again.Version != first, "a version was used again after a kill");
    }
}
