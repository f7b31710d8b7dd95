using Microsoft.Extensions.DependencyInjection;
using QualityKit.Auditing;
using QualityKit.Services;
using QualityKit.Storage.Documents;

namespace QualityKit.Hosting;

/// <summary>Gets a set of services ready: checks everything, makes the schema, and says what is missing. The package <c>QualityKit.Hosting</c> calls it when the host starts; without that package call it once before the first use.</summary>
public sealed class QualityKitStartup
{
    private readonly IServiceProvider _services;
    private readonly string _name;

    internal QualityKitStartup(IServiceProvider services, string name) => (_services, _name) = (services, name);

    /// <summary>Starts. Called again, it changes nothing.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Options are outside their ranges, slots are filled twice, or storage is not durable and has to be: all of it is in the message.</exception>
    /// <exception cref="InvalidOperationException">Two event handlers have one name, or a name is not one; or rings of keys are stored, and the host has not the secret or the roots that they need.</exception>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not be reached.</exception>
    public async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        QualityKitOptions options = _services.GetRequiredKeyedService<QualityKitOptions>(_name);
        await _services.GetRequiredKeyedService<HandlerSet>(_name).TypesAsync().ConfigureAwait(false);
        if (options.MakesSchema)
        {
            await _services.GetRequiredKeyedService<IStoreMaintenance>(_name).EnsureSchemaAsync(cancellationToken).ConfigureAwait(false);
        }

        await LookAtKeysAsync(cancellationToken).ConfigureAwait(false);
        Warn(options);
    }

    // What is in memory was made by this process; a host without keys is asked all the same, because it may have had some.
    private async ValueTask LookAtKeysAsync(CancellationToken cancellationToken)
    {
        KeyTools tools = _services.GetRequiredKeyedService<KeyTools>(_name);
        if (tools.Store.Capabilities.IsDurable || tools.Keys.Roots.Roots.IsConfigured)
        {
            await new KeyStart(tools, _name).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        if (tools.Keys.Roots.Roots.Names.Contains(KeyServices.EphemeralRoot))
        {
            tools.Ambient.Log.RootInMemory(_name);
        }
    }

    private void Warn(QualityKitOptions options)
    {
        Microsoft.Extensions.Logging.ILogger log = _services.GetRequiredKeyedService<Ambient>(_name).Log;
        DocumentCapabilities store = _services.GetRequiredKeyedService<IDocumentStore>(_name).Capabilities;
        if (!store.IsDurable)
        {
            log.InMemory(_name);
            return;
        }

        log.Started(_name, store.Name);
        if (options.Audit.Key is null && CoreServices.Port<IAuditKeys>(_services, _name) is null)
        {
            log.AuditUnauthenticated(_name);
        }

        if (CoreServices.Port<IAuditSigner>(_services, _name) is null)
        {
            log.SealsUnsigned(_name);
        }

        if (CoreServices.Port<IAuditAnchor>(_services, _name) is null)
        {
            log.SealsUnanchored(_name);
        }
    }
}
