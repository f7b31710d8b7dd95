using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Retention;
using QualityKit.Services;
using QualityKit.Storage.Documents;

namespace QualityKit.Hosting;

/// <summary>The services of a set, each made once a name.</summary>
internal static class CoreServices
{
    /// <summary>Stands in where a host has given no key: entries can be checked for damage, and are authenticated by nobody, because everybody knows it. Once there is a secret it is not taken any more.</summary>
    private static readonly AuditKey KnownKey = new("unauthenticated", new byte[AuditKey.LeastBytes]);

    public static void AddTo(QualityKitBuilder builder)
    {
        builder.Add((services, name) => services.GetRequiredService<IOptionsMonitor<QualityKitOptions>>().Get(QualityKitBuilder.OptionsNameOf(name)));
        builder.Add((services, _) => new Telemetry(services.GetService<IMeterFactory>()));
        builder.Add((services, name) => new Ambient(
            services.GetRequiredService<TimeProvider>(),
            services.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance,
            services.GetRequiredKeyedService<Telemetry>(name)));
        builder.Add((services, name) => new HandlerSet(services.GetRequiredService<IServiceScopeFactory>(), name, services.GetKeyedServices<HandlerRegistration>(name)));
        builder.AddPublic((services, name) => new AccessLog(
            DocumentsOf(services, name), KeysOf(services, name), TimeOf(services), LogOf(services, name), services.GetRequiredKeyedService<QualityKitOptions>(name).AccessLog));
        builder.AddPublic((services, name) => new AccessLogService(
            services.GetRequiredKeyedService<AccessLog>(name),
            PoliciesOf(services, name),
            services.GetRequiredKeyedService<IStoreMaintenance>(name),
            services.GetRequiredKeyedService<QualityKitOptions>(name).Audit,
            LogOf(services, name)));
        builder.Add(Outbox);
        builder.Add(Sealing);
        builder.AddPublic((services, name) => new OutboxService(services.GetRequiredKeyedService<OutboxTools>(name), services.GetRequiredKeyedService<IStoreMaintenance>(name)));
        builder.AddPublic((services, name) => new SealingService(services.GetRequiredKeyedService<SealingTools>(name), services.GetRequiredKeyedService<IStoreMaintenance>(name)));
        builder.AddPublic((services, name) => new AuditService(services.GetRequiredKeyedService<SealingTools>(name), KeysOf(services, name)));
        builder.AddPublic(Forms);
        builder.AddPublic(Evaluations);
        builder.AddPublic(Calibrations);
        builder.AddPublic(Interactions);
        builder.AddPublic(KeepingServices.Transcripts);
        builder.AddPublic(KeepingServices.Subjects);
        builder.AddPublic((services, name) => new DisclosureService(DocumentsOf(services, name), PoliciesOf(services, name), TermsOf(services, name), KeysOf(services, name), TimeOf(services)));
        KeepingServices.AddTo(builder);
        KeyServices.AddTo(builder);
        RecordingServices.AddTo(builder);
        builder.AddPublic(Health);
        builder.AddPublic(Startup);
        AddJobs(builder);
    }

    private static void AddJobs(QualityKitBuilder builder)
    {
        builder.AddJob(services => services.GetRequiredKeyedService<OutboxService>(builder.Name));
        builder.AddJob(services => services.GetRequiredKeyedService<SealingService>(builder.Name));
        KeepingServices.AddJobs(builder);
        KeyServices.AddJobs(builder);
        RecordingServices.AddJobs(builder);
        builder.Add((services, name) => new SealedTranscripts(services.GetRequiredKeyedService<TranscriptService>(name), services.GetRequiredKeyedService<IStoreMaintenance>(name), services.GetRequiredKeyedService<Ambient>(name).Log));
        builder.AddJob(services => services.GetRequiredKeyedService<SealedTranscripts>(builder.Name));
        builder.AddJob(services => services.GetRequiredKeyedService<AccessLog>(builder.Name));
        builder.AddJob(services => services.GetRequiredKeyedService<AccessLogService>(builder.Name));
    }

    /// <summary>What a host registered for one of our ports: under the name of the set, or for all sets without a name; null for nothing.</summary>
    public static T? Port<T>(IServiceProvider services, string name)
        where T : class => services.GetKeyedService<T>(name) ?? services.GetService<T>();

    /// <summary>The keys that the host has a port to, or those of the options.</summary>
    public static IAuditKeys KeysOf(IServiceProvider services, string name)
    {
        AuditOptions options = services.GetRequiredKeyedService<QualityKitOptions>(name).Audit;
        return Port<IAuditKeys>(services, name) ?? new AuditKeyRing(options.Key ?? KnownKey, [.. options.FormerKeys]);
    }

    private static FormService Forms(IServiceProvider services, string name) =>
        new(DocumentsOf(services, name), PoliciesOf(services, name), KeysOf(services, name), TimeOf(services));

    private static EvaluationService Evaluations(IServiceProvider services, string name) => new(
        DocumentsOf(services, name),
        PeopleOf(services, name),
        PoliciesOf(services, name),
        KeysOf(services, name),
        TimeOf(services),
        CallsOf(services, name))
    {
        Terms = TermsOf(services, name),
    };

    private static CalibrationService Calibrations(IServiceProvider services, string name) =>
        new(DocumentsOf(services, name), PeopleOf(services, name), PoliciesOf(services, name), KeysOf(services, name), TimeOf(services), CallsOf(services, name));

    private static InteractionService Interactions(IServiceProvider services, string name) => new(
        DocumentsOf(services, name), PeopleOf(services, name), PoliciesOf(services, name), TermsOf(services, name), KeysOf(services, name), TimeOf(services));

    // From the host where it has them, else from what was stored here.
    internal static IInteractionSource CallsOf(IServiceProvider services, string name) =>
        Port<IInteractionSource>(services, name) ?? services.GetRequiredKeyedService<InteractionService>(name);

    internal static IDocumentStore DocumentsOf(IServiceProvider services, string name) => services.GetRequiredKeyedService<IDocumentStore>(name);

    internal static TimeProvider TimeOf(IServiceProvider services) => services.GetRequiredService<TimeProvider>();

    internal static IPeopleDirectory PeopleOf(IServiceProvider services, string name) => Port<IPeopleDirectory>(services, name) ?? new InMemoryPeopleDirectory();

    internal static IKeepingTerms TermsOf(IServiceProvider services, string name) => Port<IKeepingTerms>(services, name) ?? new SharedKeepingTerms(new KeepingTerms());

    internal static IEnumerable<IRetentionTarget> TargetsOf(IServiceProvider services, string name) =>
        services.GetKeyedServices<IRetentionTarget>(name).Concat(services.GetServices<IRetentionTarget>()).Distinct()
            .Append(new TranscriptTarget(DocumentsOf(services, name), KeysOf(services, name), TimeOf(services)))
            .Append(new RecordingTarget(services.GetRequiredKeyedService<RecordingTools>(name)));

    private static ILogger LogOf(IServiceProvider services, string name) => services.GetRequiredKeyedService<Ambient>(name).Log;

    // Whoever asks for access through them is in the log.
    internal static LoggedAccessPolicies PoliciesOf(IServiceProvider services, string name) => new(
        Port<IAccessPolicies>(services, name) ?? new SharedAccessPolicy(AccessPolicy.Standard), services.GetRequiredKeyedService<AccessLog>(name));

    private static OutboxTools Outbox(IServiceProvider services, string name)
    {
        const string Work = "outbox";
        OutboxOptions options = services.GetRequiredKeyedService<QualityKitOptions>(name).Outbox;
        Ambient ambient = services.GetRequiredKeyedService<Ambient>(name);
        IDocumentStore store = services.GetRequiredKeyedService<IDocumentStore>(name);
        var commands = new CommandSource(Work);
        return new OutboxTools
        {
            Store = store,
            Handlers = services.GetRequiredKeyedService<HandlerSet>(name),
            Options = options,
            Ambient = ambient,
            Call = new EventCall(ambient, options.HandlerTimeout),
            Leases = new Leases(store, ambient.Time, Work, options.Lease, commands),
            Commands = commands,
        };
    }

    private static SealingTools Sealing(IServiceProvider services, string name) => new()
    {
        Store = services.GetRequiredKeyedService<IDocumentStore>(name),
        Signer = Port<IAuditSigner>(services, name),
        Anchor = Port<IAuditAnchor>(services, name),
        Options = services.GetRequiredKeyedService<QualityKitOptions>(name).Audit,
        Ambient = services.GetRequiredKeyedService<Ambient>(name),
        Commands = new CommandSource("sealing"),
        Safety = services.GetRequiredKeyedService<KeepingTools>(name).Safety,
    };

    private static HealthService Health(IServiceProvider services, string name)
    {
        QualityKitOptions options = services.GetRequiredKeyedService<QualityKitOptions>(name);
        return new(
            services.GetRequiredKeyedService<IDocumentStore>(name),
            services.GetRequiredKeyedService<IStoreMaintenance>(name),
            options.Outbox,
            options.Audit,
            services.GetRequiredService<TimeProvider>())
        {
            Keys = services.GetRequiredKeyedService<TenantKeys>(name),
        };
    }

    private static QualityKitStartup Startup(IServiceProvider services, string name) => new(services, name);
}
