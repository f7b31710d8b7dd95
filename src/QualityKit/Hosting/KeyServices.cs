using Microsoft.Extensions.DependencyInjection;
using QualityKit.Keys;
using QualityKit.Services;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.Keys;

namespace QualityKit.Hosting;

/// <summary>What the services of a set need that look after keys.</summary>
internal static class KeyServices
{
    /// <summary>What the root is called that is in memory.</summary>
    public const string EphemeralRoot = "ephemeral";

    public static void AddTo(QualityKitBuilder builder)
    {
        builder.Add(Roots);
        builder.AddPublic(Keys);
        builder.Add(Tools);
        builder.AddPublic((services, name) => new KeyRingService(services.GetRequiredKeyedService<KeyTools>(name)));
        builder.AddPublic((services, name) => new KeyRotationService(services.GetRequiredKeyedService<KeyTools>(name)));
        builder.AddPublic(Rewraps);
    }

    public static void AddJobs(QualityKitBuilder builder)
    {
        builder.AddJob(services => services.GetRequiredKeyedService<KeyRotationService>(builder.Name));
        builder.AddJob(services => services.GetRequiredKeyedService<KeyRewrapService>(builder.Name));
    }

    /// <summary>What is wrong with how keys are to be kept.</summary>
    public static IEnumerable<string> Problems(IServiceProvider services, string name, KeyOptions options)
    {
        string[] roots = [.. services.GetKeyedServices<KeyRoot>(name).Select(root => root.Name)];
        foreach (string twice in roots.CountBy(root => root).Where(root => root.Value > 1).Select(root => root.Key))
        {
            yield return $"two roots of keys are called `{twice}`: give each a name of its own";
        }

        if (roots.Length > KeyMaterial.MostWraps)
        {
            yield return $"there are {roots.Length} roots of keys: at most {KeyMaterial.MostWraps} wrap a key";
        }

        if ((roots.Length > 0) != (options.Secret is not null))
        {
            yield return roots.Length > 0
                ? "there is a root of keys and no `Keys.Secret`: rings are authenticated with a secret from outside the database"
                : "there is a `Keys.Secret` and no root of keys: call `UseKeyRoot` or `UseKeyFile` behind `AddQualityKit`";
        }
    }

    private static KeyRoots Roots(IServiceProvider services, string name)
    {
        KeyValuePair<string, IKeyWrapper>[] roots = [.. services.GetKeyedServices<KeyRoot>(name).Select(root => KeyValuePair.Create(root.Name, (IKeyWrapper)root.Wrapper))];
        return roots.Length == 0 ? KeyRoots.None : new(roots);
    }

    private static TenantKeys Keys(IServiceProvider services, string name)
    {
        Ambient ambient = services.GetRequiredKeyedService<Ambient>(name);
        return new(
            CoreServices.DocumentsOf(services, name),
            services.GetRequiredKeyedService<KeyRoots>(name),
            services.GetRequiredKeyedService<QualityKitOptions>(name).Keys,
            (CoreServices.KeysOf(services, name), services.GetRequiredKeyedService<KeepingTools>(name).Safety),
            (ambient.Time, ambient.Log, ambient.Telemetry));
    }

    private static KeyTools Tools(IServiceProvider services, string name)
    {
        QualityKitOptions options = services.GetRequiredKeyedService<QualityKitOptions>(name);
        return new()
        {
            Store = CoreServices.DocumentsOf(services, name),
            Blobs = services.GetRequiredKeyedService<IBlobStore>(name),
            Maintenance = services.GetRequiredKeyedService<IStoreMaintenance>(name),
            Policies = CoreServices.PoliciesOf(services, name),
            Terms = CoreServices.TermsOf(services, name),
            Keys = services.GetRequiredKeyedService<TenantKeys>(name),
            AuditKeys = CoreServices.KeysOf(services, name),
            Options = options.Keys,
            Machine = options.Machine,
            Keeping = services.GetRequiredKeyedService<KeepingTools>(name),
            Ambient = services.GetRequiredKeyedService<Ambient>(name),
        };
    }

    private static KeyRewrapService Rewraps(IServiceProvider services, string name)
    {
        const string Work = "key-rewrap";
        KeyTools tools = services.GetRequiredKeyedService<KeyTools>(name);
        return new(tools, new Leases(tools.Store, tools.Ambient.Time, Work, tools.Options.Lease, new CommandSource(Work)));
    }
}
