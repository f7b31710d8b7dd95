using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using QualityKit.Auditing;
using QualityKit.Services;
using QualityKit.Storage.Documents;

namespace QualityKit.Hosting;

/// <summary>The services of a set, each made once a name.</summary>
internal static class CoreServices
{
    public static void AddTo(QualityKitBuilder builder)
    {
        builder.Add((services, name) => services.GetRequiredService<IOptionsMonitor<QualityKitOptions>>().Get(QualityKitBuilder.OptionsNameOf(name)));
        builder.Add((services, _) => new Telemetry(services.GetService<IMeterFactory>()));
        builder.Add((services, name) => new Ambient(
            services.GetRequiredService<TimeProvider>(),
            services.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance,
            services.GetRequiredKeyedService<Telemetry>(name)));
        builder.Add((services, name) => new HandlerSet(services.GetRequiredService<IServiceScopeFactory>(), name, services.GetKeyedServices<HandlerRegistration>(name)));
        builder.Add(Outbox);
        builder.Add(Sealing);
        builder.AddPublic((services, name) => new OutboxService(services.GetRequiredKeyedService<OutboxTools>(name), services.GetRequiredKeyedService<IStoreMaintenance>(name)));
        builder.AddPublic((services, name) => new SealingService(services.GetRequiredKeyedService<SealingTools>(name), services.GetRequiredKeyedService<IStoreMaintenance>(name)));
        builder.AddPublic((services, name) => new AuditService(services.GetRequiredKeyedService<SealingTools>(name), KeysOf(services, name)));
        builder.AddPublic(Health);
        builder.AddPublic(Startup);
        builder.AddJob(services => services.GetRequiredKeyedService<OutboxService>(builder.Name));
        builder.AddJob(services => services.GetRequiredKeyedService<SealingService>(builder.Name));
    }

    /// <summary>The keys that the host chose, or those of the options.</summary>
    public static IAuditKeys KeysOf(IServiceProvider services, string name) =>
        services.GetKeyedService<IAuditKeys>(name) ?? new AuditKeys(services.GetRequiredKeyedService<QualityKitOptions>(name).Audit);

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
        Signer = services.GetKeyedService<IAuditSigner>(name),
        Anchor = services.GetKeyedService<IAuditAnchor>(name),
        Options = services.GetRequiredKeyedService<QualityKitOptions>(name).Audit,
        Ambient = services.GetRequiredKeyedService<Ambient>(name),
        Commands = new CommandSource("sealing"),
    };

    private static HealthService Health(IServiceProvider services, string name)
    {
        QualityKitOptions options = services.GetRequiredKeyedService<QualityKitOptions>(name);
        return new(
            services.GetRequiredKeyedService<IDocumentStore>(name),
            services.GetRequiredKeyedService<IStoreMaintenance>(name),
            options.Outbox,
            options.Audit,
            services.GetRequiredService<TimeProvider>());
    }

    private static QualityKitStartup Startup(IServiceProvider services, string name) => new(services, name);
}
