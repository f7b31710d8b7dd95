using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs.Model;

/// <summary>Random sequences over blobs, held against a dictionary; random clients, whose history must have an order.</summary>
internal static class BlobModelCases
{
    public static IEnumerable<(string Name, Func<BlobModelStart, Task> Run)> All { get; } =
    [
        ("random steps give what a dictionary gives", start => Steps(start, isDurable: false)),
        ("random clients at once leave blobs whose history has an order", Clients),
    ];

    public static IEnumerable<(string Name, Func<BlobModelStart, Task> Run)> Durable { get; } =
    [
        ("random steps with kills among them give what a dictionary gives", start => Steps(start, isDurable: true)),
    ];

    private static Task Steps(BlobModelStart start, bool isDurable) => RandomRun.RunAsync(
        start.Options,
        sequence => BlobModel.Make(new Dice(start.Options.Seed, sequence), start.Options.Steps, isDurable),
        async steps =>
        {
            await using IBlobStoreHarness harness = start.Start();
            var walk = new BlobWalk(harness, start.Cancellation);
            await walk.OpenAsync();
            foreach (BlobStep step in steps)
            {
                start.Cancellation.ThrowIfCancellationRequested();
                await step.TakeAsync(walk);
            }

            await walk.CloseAsync();
        },
        _ => [],
        tries: 1,
        start.Cancellation);

    private static async Task Clients(BlobModelStart start)
    {
        for (int sequence = 0; sequence < start.Options.Sequences; sequence++)
        {
            await using IBlobStoreHarness harness = start.Start();
            try
            {
                await new BlobClients(harness, start.Options, start.Cancellation).RunAsync(sequence);
            }
            catch (ConformanceException failure)
            {
                throw new ConformanceException($"{failure.Message}\nseed {start.Options.Seed}, sequence {sequence}", failure);
            }
        }
    }
}
