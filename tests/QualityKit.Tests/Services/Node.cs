using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QualityKit.Auditing;
using QualityKit.Hosting;
using QualityKit.Persistence;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Faults;
using QualityKit.Testing.Time;

namespace QualityKit.Tests.Services;

/// <summary>One process of a host: its own services over a store, a clock and a board that it may share with others.</summary>
internal sealed class Node : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private int _commands;

    public Node(Action<QualityKitOptions>? configure = null, Node? beside = null, Action<IQualityKitBuilder>? build = null, FaultSchedule? faults = null, ManualTimeProvider? clock = null)
    {
        Store = beside?.Store ?? new InMemoryDocumentStore(CoreSchema.Schema);
        Clock = clock ?? beside?.Clock ?? new ManualTimeProvider(Noon);
        Board = beside?.Board ?? new Board();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton(Board);
        services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        IQualityKitBuilder builder = services
            .AddQualityKit(options =>
            {
                options.Outbox.TenantsAtOnce = 1;
                configure?.Invoke(options);
            })
            .UseDocumentStore("UseShared", "", (_, _) => new FaultyStore<InMemoryDocumentStore>(Store, faults ?? new FaultSchedule()));
        (build ?? (both => both.AddEventHandler<FirstTeller>().AddEventHandler<SecondTeller>()))(builder);
        _services = services.BuildServiceProvider();
    }

    public InMemoryDocumentStore Store { get; }

    public ManualTimeProvider Clock { get; }

    public Board Board { get; }

    public LogBook Log { get; } = new();

    public OutboxService Outbox => Get<OutboxService>();

    public SealingService Sealing => Get<SealingService>();

    public AuditService Audit => Get<AuditService>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Something happens to entities, in one commit: told and audited, with a number that the test knows it by.</summary>
    public async Task Happen(string tenant, string number, params string[] entities)
    {
        var journal = new Journal(Store, CoreServices.KeysOf(_services, QualityKitOptions.DefaultName));
        JournalFact[] facts = [.. entities.Select(entity => Fact(tenant, entity, number, Clock.GetUtcNow()))];
        Assert.True(await journal.CommitAsync(DocumentBatch.For(new(tenant), new($"c-{Interlocked.Increment(ref _commands)}-{number}")), [.. facts], default));
    }

    /// <summary>Runs the outbox until nothing is due.</summary>
    public async Task<OutboxRun> Drain()
    {
        var all = new OutboxRun();
        for (OutboxRun run = new() { HasMore = true }; run.HasMore;)
        {
            run = await Outbox.RunOnceAsync(default);
            all = all.With(run);
        }

        return all;
    }

    /// <summary>How many documents a collection has.</summary>
    public async Task<int> Count(string tenant, string collection) =>
        await Store.ExportAsync(new(tenant), default).CountAsync(document => document.Key.Collection == collection);

    /// <summary>How many journal documents an index lists.</summary>
    public async Task<int> Listed(string tenant, string index) =>
        await Store.CountAsync(new(tenant), new DocumentQuery { Collection = Collections.Journal, Index = index }, 100_000, default);

    private static JournalFact Fact(string tenant, string entity, string number, DateTimeOffset at) => new(
        new AuditDraft
        {
            Entity = new(tenant, "evaluation", entity),
            At = at,
            Actor = "ann",
            Action = "evaluation.submitted",
            Command = "c",
            Facts = [new AuditFact("n", number)],
        },
        IsAudited: true,
        IsTold: true);
}
