using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>Random sequences, held against the model; random clients, whose history must have an order.</summary>
internal static class ModelCases
{
    public static IEnumerable<(string Name, Func<ModelStart, Task> Run)> All { get; } =
    [
        ("random steps give what the model gives", start => Steps(start, isDurable: false)),
        ("random clients at once leave a history that has an order", Clients),
    ];

    public static IEnumerable<(string Name, Func<ModelStart, Task> Run)> Durable { get; } =
    [
        ("random steps with kills among them give what the model gives", start => Steps(start, isDurable: true)),
    ];

    private static Task Steps(ModelStart start, bool isDurable) => RandomRun.RunAsync(
        start.Options,
        sequence => new StepMaker(new Dice(start.Options.Seed, sequence), isDurable).Make(start.Options.Steps),
        async steps =>
        {
            await using IDocumentStoreHarness harness = start.Start();
            var walk = new Walk(harness, start.Cancellation);
            await walk.OpenAsync();
            foreach (Step step in steps)
            {
                start.Cancellation.ThrowIfCancellationRequested();
                await step.TakeAsync(walk);
            }
        },
        step => step.Simpler(),
        tries: 1,
        start.Cancellation);

    private static Task Clients(ModelStart start) => RandomRun.RunAsync(
        start.Options,
        sequence => ClientStep.Make(new Dice(start.Options.Seed, ~sequence), start.Options),
        async steps =>
        {
            await using IDocumentStoreHarness harness = start.Start();
            await new Clients(harness, start.Options.Clients, start.Cancellation).RunAsync(steps);
        },
        _ => [],
        tries: 3,
        start.Cancellation);
}
