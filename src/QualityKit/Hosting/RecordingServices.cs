using Microsoft.Extensions.DependencyInjection;
using QualityKit.Auditing;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Services;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Hosting;

/// <summary>What the services of a set need that keep recordings.</summary>
internal static class RecordingServices
{
    public static void AddTo(QualityKitBuilder builder)
    {
        builder.Add(Tools);
        builder.AddPublic((services, name) => new RecordingService(
            services.GetRequiredKeyedService<RecordingTools>(name), services.GetRequiredKeyedService<TranscriptService>(name)));
        builder.Add((services, name) => new PendingBlobs(
            services.GetRequiredKeyedService<RecordingTools>(name), services.GetRequiredKeyedService<IStoreMaintenance>(name), services.GetRequiredKeyedService<Ambient>(name).Log));
        builder.Add((services, name) => new RecordingScrubbing(
            services.GetRequiredKeyedService<RecordingTools>(name), services.GetRequiredKeyedService<IStoreMaintenance>(name), services.GetRequiredKeyedService<Ambient>(name).Log));
    }

    public static void AddJobs(QualityKitBuilder builder)
    {
        builder.AddJob(services => services.GetRequiredKeyedService<PendingBlobs>(builder.Name));
        builder.AddJob(services => services.GetRequiredKeyedService<RecordingScrubbing>(builder.Name));
    }

    // Safety is put together here, and not taken from what keeps interactions: that has recordings as a target.
    private static RecordingTools Tools(IServiceProvider services, string name)
    {
        IDocumentStore store = CoreServices.DocumentsOf(services, name);
        IAuditKeys keys = CoreServices.KeysOf(services, name);
        var deeds = new Deeds(store, keys, CoreServices.TimeOf(services));
        QualityKitOptions options = services.GetRequiredKeyedService<QualityKitOptions>(name);
        return new()
        {
            Documents = store,
            Blobs = services.GetRequiredKeyedService<IBlobStore>(name),
            KeysOf = () => services.GetRequiredKeyedService<TenantKeys>(name),
            Desk = new(CoreServices.PoliciesOf(services, name), CoreServices.PeopleOf(services, name), new InteractionStore(store)),
            Terms = CoreServices.TermsOf(services, name),
            AuditKeys = keys,
            Deeds = deeds,
            Safety = KeepingSafety.Of(store, keys, deeds, CoreServices.Port<IAuditAnchor>(services, name), CoreServices.Port<IKeepingWitness>(services, name)),
            Options = options.Recordings,
            BackupHorizon = options.Keys.Policy.BackupHorizon,
            Places = [.. services.GetKeyedServices<IExternalMedia>(name).Concat(services.GetServices<IExternalMedia>()).Distinct()],
        };
    }
}
