using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Events;
using QualityKit.Forms;
using QualityKit.Hosting;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Services;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.InMemory;
using QualityKit.Tests.Services;

namespace QualityKit.Tests.Hosting;

public sealed class AddQualityKitTests : IDisposable
{
    private readonly ServiceCollection _services = new();
    private readonly LogBook _log = new();

    public AddQualityKitTests() => _services.AddLogging(logging => Microsoft.Extensions.Logging.LoggingBuilderExtensions.AddProvider(logging, _log)).AddSingleton(new Board());

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task One_line_is_enough_and_keeps_everything_in_memory_with_a_warning()
    {
        _services.AddQualityKit();
        await using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<QualityKitStartup>().StartAsync(default);

        Assert.Equal("in memory", provider.GetRequiredKeyedService<IDocumentStore>(QualityKitOptions.DefaultName).Capabilities.Name);
        Assert.NotNull(provider.GetRequiredKeyedService<IBlobStore>(QualityKitOptions.DefaultName));
        Assert.Equal([1001], _log.Lines.Select(line => line.Id));
        Assert.NotNull(provider.GetRequiredService<OutboxService>());
        Assert.NotNull(provider.GetRequiredService<SealingService>());
        Assert.NotNull(provider.GetRequiredService<AuditService>());
        Assert.NotNull(provider.GetRequiredService<HealthService>());
    }

    [Fact]
    public async Task Without_logging_it_works_too()
    {
        await using ServiceProvider provider = ((ServiceCollection)[]).AddQualityKit().Services.BuildServiceProvider();

        await provider.GetRequiredService<QualityKitStartup>().StartAsync(default);
    }

    [Fact]
    public void Order_and_repetition_change_nothing()
    {
        _services.AddQualityKit().AddEventHandler<FirstTeller>().UseInMemory().AddEventHandler<FirstTeller>();
        _services.AddQualityKit().UseInMemory().AddJob<IdleJob>().AddJob<IdleJob>();
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Single(provider.GetServices<OutboxService>());
        Assert.Equal(["access-log", "access-log-retention", "announcements", "bulk-jobs", "idle", "key-rewrap", "key-rotation", "outbox", "pending-blobs", "recording-scrub", "sealed-transcripts", "sealing", "sweep"], provider.GetKeyedServices<IQualityJob>(QualityKitOptions.DefaultName).Select(job => job.Name).Order());
        Assert.Empty(StorageSlots.Problems(provider, QualityKitOptions.DefaultName));
        Assert.Same(provider.GetRequiredService<OutboxService>(), provider.GetRequiredKeyedService<OutboxService>(QualityKitOptions.DefaultName));
    }

    [Fact]
    public void What_is_chosen_takes_the_place_of_memory_whichever_is_called_first()
    {
        _services.AddQualityKit().UseDocumentStore("UseOther", "", (_, schema) => new FaultyStore<InMemoryDocumentStore>(new(schema), new()));
        _services.AddQualityKit();
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.IsType<FaultyStore<InMemoryDocumentStore>>(provider.GetRequiredKeyedService<IStoreMaintenance>(QualityKitOptions.DefaultName));
    }

    [Fact]
    public void Two_names_are_two_sets()
    {
        _services.AddQualityKit(options => options.Outbox.Attempts = 3);
        _services.AddQualityKit("second", options => options.Outbox.Attempts = 4);
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.NotSame(provider.GetRequiredService<OutboxService>(), provider.GetRequiredKeyedService<OutboxService>("second"));
        Assert.NotSame(provider.GetRequiredKeyedService<IDocumentStore>(QualityKitOptions.DefaultName), provider.GetRequiredKeyedService<IDocumentStore>("second"));
        Assert.Equal(3, provider.GetRequiredKeyedService<QualityKitOptions>(QualityKitOptions.DefaultName).Outbox.Attempts);
        Assert.Equal(4, provider.GetRequiredKeyedService<QualityKitOptions>("second").Outbox.Attempts);
    }

    [Fact]
    public void A_second_set_alone_has_no_services_without_a_name()
    {
        _services.AddQualityKit("second");
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Null(provider.GetService<OutboxService>());
        Assert.NotNull(provider.GetKeyedService<OutboxService>("second"));
    }

    [Fact]
    public void Options_of_the_default_set_are_the_unnamed_ones()
    {
        _services.AddQualityKit();
        _services.Configure<QualityKitOptions>(options => options.Outbox.CallsPerTurn = 7);
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Equal(7, provider.GetRequiredKeyedService<QualityKitOptions>(QualityKitOptions.DefaultName).Outbox.CallsPerTurn);
        Assert.Equal(7, provider.GetRequiredService<IOptions<QualityKitOptions>>().Value.Outbox.CallsPerTurn);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_start_at_once()
    {
        _services.AddQualityKit(options =>
        {
            options.Outbox.Attempts = 0;
            options.Outbox.Lease = TimeSpan.FromSeconds(1);
            options.Audit.SealPeriod = TimeSpan.Zero;
            options.Audit.FormerKeys.Add(new("k-1", new byte[32]));
            options.Audit.Key = new("k-1", new byte[33]);
            options.AccessLog.FlushPeriod = TimeSpan.FromHours(1);
            options.AccessLog.MostWaiting = 99;
            options.AccessLog.KeepFor = TimeSpan.FromDays(29);
        }).UseInMemory().UseDocumentStore("UseOther", "", (_, schema) => new InMemoryDocumentStore(schema));
        using ServiceProvider provider = _services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(
            [
                "`Outbox.Attempts` is 0: it must lie between 1 and 100",
                "`Outbox.Lease` is 00:00:01: it must lie between 00:02:00 and 1.00:00:00",
                "`Audit.SealPeriod` is 00:00:00: it must lie between 00:00:10 and 1.00:00:00",
                "`Audit` has two keys called `k-1`: a new secret takes a new id",
                "`AccessLog.FlushPeriod` is 01:00:00: it must lie between 00:00:00.1000000 and 00:05:00",
                "`AccessLog.MostWaiting` is 99: it must lie between 100 and 1000000",
                "`AccessLog.KeepFor` is 29.00:00:00: it must lie between 30.00:00:00 and 36525.00:00:00",
                "the document store is filled by `UseInMemory` and `UseOther`: keep one",
            ],
            refused.Failures);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_storage_must_be_durable_memory_is_refused_with_the_call_to_add(bool isChosen)
    {
        IQualityKitBuilder builder = _services.AddQualityKit(options => options.RequireDurableStorage = true);
        _ = isChosen ? builder.UseInMemory() : builder;
        using ServiceProvider provider = _services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("call `UseSqlite`, `UsePostgreSql`", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_handlers_of_one_name_are_refused_at_start()
    {
        _services.AddQualityKit().AddEventHandler<FirstTeller>().AddEventHandler<OtherFirstTeller>();
        await using ServiceProvider provider = _services.BuildServiceProvider();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await provider.GetRequiredService<QualityKitStartup>().StartAsync(default));

        Assert.Contains("are both called `first`", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_adds_collections_of_its_own_to_the_schema_once()
    {
        var schema = new StoreSchema(["notes"]);
        _services.AddQualityKit().AddSchema(schema).AddSchema(schema);
        using ServiceProvider provider = _services.BuildServiceProvider();

        StoreSchema whole = provider.GetRequiredKeyedService<StoreSchema>(QualityKitOptions.DefaultName);
        Assert.True(whole.HasCollection("notes"));
        Assert.True(whole.HasCollection("journal"));
    }

    [Fact]
    public async Task A_form_goes_from_its_draft_to_an_acknowledged_evaluation_and_a_handler_hears_of_all_of_it()
    {
        await using var node = new Node(build: builder => builder.AddEventHandler<Hearer>());
        (FormService forms, EvaluationService evaluations) = (node.Get<FormService>(), node.Get<EvaluationService>());
        var quality = new Actor { Tenant = new("acme"), Id = new("eva"), Roles = ["administrator"] };
        var agent = new Actor { Tenant = new("acme"), Id = new("anna"), Roles = ["agent"] };

        EvaluationForm form = await forms.PublishAsync(quality, EvaluationForm.Draft("Call").Group("Opening", 1, Ask.YesNo("greeting", "Greeted?")));
        EvaluationId id = await evaluations.CreateAsync(quality, form.Id, new NewEvaluation { Id = new("c-1"), Kind = EvaluationKind.Quality, Subject = Subject.Of(agent.Id), Interaction = new("call-1"), Evaluator = quality.Id });
        await evaluations.SubmitAsync(quality, id, EvaluationAnswers.Of(AnswerSheet.Empty.Answer("greeting", "yes")));
        await evaluations.ReleaseAsync(quality, id, ReleaseTime.Now);
        await evaluations.AcknowledgeAsync(agent, id);
        await node.Drain();

        string[] codes = [.. node.Board.Told.Select(one => one.Event.Code)];
        Assert.Contains("form.published", codes);
        Assert.Equal(
            ["evaluation.created", "evaluation.started", "evaluation.submitted", "evaluation.released", "evaluation.acknowledged"],
            codes.Where(code => code.StartsWith("evaluation.", StringComparison.Ordinal)));
        Assert.All(node.Board.Told, one => Assert.NotNull(EventCatalogue.Find(one.Event.Code)));
        Assert.Empty((await node.Audit.VerifyAsync(new("acme"), default)).Issues);
    }

    [Fact]
    public async Task Whoever_is_denied_by_a_service_of_the_host_is_in_the_access_log()
    {
        _services.AddQualityKit();
        await using ServiceProvider provider = _services.BuildServiceProvider();
        var otto = new Actor { Tenant = new("acme"), Id = new("otto") };
        var auditor = new Actor { Tenant = new("acme"), Id = new("aud"), Roles = ["auditor"] };

        await Assert.ThrowsAsync<AccessDeniedException>(() => provider.GetRequiredService<FormService>().PublishAsync(otto, EvaluationForm.Draft("Call").Group("Opening", 1, Ask.YesNo("greeting", "Greeted?"))));
        await Assert.ThrowsAsync<AccessDeniedException>(() => provider.GetRequiredService<RetentionService>().SweepAsync(otto));

        AccessLogPage page = await provider.GetRequiredService<AccessLogService>().ListAsync(auditor, new() { Person = otto.Id });
        Assert.Equal(["DeleteInteractions", "PublishForms"], page.Entries.Select(entry => entry.Permission));
        Assert.Equal(1, provider.GetRequiredService<AccessLog>().Waiting);
        Assert.Same(provider.GetRequiredService<AccessLog>(), provider.GetKeyedServices<IQualityJob>(QualityKitOptions.DefaultName).OfType<AccessLog>().Single());
    }

    [Fact]
    public async Task A_handler_may_use_what_is_registered_for_a_request()
    {
        await using var node = new Node(build: builder =>
        {
            builder.Services.AddScoped<RequestThing>();
            builder.AddEventHandler<ScopedTeller>();
        });
        await node.Happen("acme", "1", "a");

        await node.Drain();

        Assert.Equal(["1"], node.Board.Of("scoped", "a"));
    }

    private sealed class Hearer(Board board) : IEventHandler
    {
        public string Name => "hearer";

        public ValueTask HandleAsync(QualityEvent happened, CancellationToken cancellationToken) => board.Tell(Name, happened, cancellationToken);
    }

    private sealed class RequestThing;

    private sealed class ScopedTeller(Board board, RequestThing thing) : IEventHandler
    {
        public string Name => "scoped";

        public ValueTask HandleAsync(QualityEvent happened, CancellationToken cancellationToken) => board.Tell(thing is null ? "" : Name, happened, cancellationToken);
    }

    private sealed class OtherFirstTeller : IEventHandler
    {
        public string Name => "first";

        public ValueTask HandleAsync(QualityEvent happened, CancellationToken cancellationToken) => default;
    }

    private sealed class IdleJob : IQualityJob
    {
        public string Name => "idle";

        public TimeSpan Period => TimeSpan.FromDays(1);

        public ValueTask<bool> RunOnceAsync(CancellationToken cancellationToken) => new(false);
    }
}
