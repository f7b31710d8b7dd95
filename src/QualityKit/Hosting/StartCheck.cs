using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;

namespace QualityKit.Hosting;

/// <summary>Everything that is wrong with a set of services, before any of it is used.</summary>
internal sealed class StartCheck(IServiceProvider services) : IValidateOptions<QualityKitOptions>
{
    public ValidateOptionsResult Validate(string? name, QualityKitOptions options)
    {
        string set = QualityKitBuilder.NameOf(name);
        string[] slots = [.. StorageSlots.Problems(services, set)];
        string[] jobs = [.. options.Outbox.Problems(), .. options.BulkJobs.Problems(), .. options.Sweep.Problems(), .. options.Announcements.Problems(), .. options.Machine.Problems()];
        string[] keys = [.. options.Keys.Problems(), .. KeyServices.Problems(services, set, options.Keys)];
        string[] problems = [.. jobs, .. keys, .. options.Audit.Problems(), .. options.AccessLog.Problems(), .. options.Recordings.Problems(), .. slots, .. slots.Length == 0 && options.RequireDurableStorage ? Durability(set) : []];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Durability(string name)
    {
        DocumentCapabilities store = services.GetRequiredKeyedService<IDocumentStore>(name).Capabilities;
        return store.IsDurable
            ? []
            : [$"`RequireDurableStorage` is set, and documents are kept {store.Name}: call `UseSqlite`, `UsePostgreSql` or the call of another durable store behind `AddQualityKit`"];
    }
}
