using Microsoft.Extensions.DependencyInjection;
using QualityKit.Auditing;
using QualityKit.Events;
using QualityKit.Hosting;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Tests.Services;

namespace QualityKit.Tests.Doors;

/// <summary>One right value of every kind that the methods of hosting, events and the outbox take.</summary>
internal static class HostSamples
{
    public static IEnumerable<object> All()
    {
        var services = new ServiceCollection();
        services.AddQualityKit();
        ServiceProvider provider = services.BuildServiceProvider();
        var happened = new QualityEvent
        {
            Id = new("c/0"),
            Code = "form.published",
            Version = 1,
            Entity = new("acme", "form", "call"),
            Number = 1,
            Command = new("c"),
            Actor = new("ann"),
            At = default,
        };
        return
        [
            services, new Action<QualityKitOptions>(_ => { }), new QualityKitBuilder(services, "doors"), new StoreSchema(["notes"]), happened, new AnchoredSeal { Number = 1, Hash = "" }, new InMemoryAuditAnchor(),
            new DeadLetter { Event = happened, Handler = "h", Failures = 1, FailedAt = default, Problem = "p", Tenant = new("acme"), Id = "c/0/h" }, provider.GetRequiredService<OutboxService>(), provider.GetRequiredService<JobService>(), provider.GetRequiredService<SweepService>(), provider.GetRequiredService<RestoreService>(), new InMemoryKeepingWitness(), new QualityKit.Retention.KeepingReceipt { Entry = new(default, default), Mac = default }, provider.GetRequiredService<AnnouncementService>(),
            provider.GetRequiredService<KeyRingService>(),
        ];
    }

    /// <summary>A type that a method may be given where it asks for one of a kind.</summary>
    public static Type TypeFor(Type kind) => kind == typeof(IEventHandler) ? typeof(FirstTeller) : typeof(OutboxService);
}
