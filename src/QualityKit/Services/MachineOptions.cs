using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Who sweeps and announces, in the audit and before the rules of access.</summary>
public sealed class MachineOptions
{
    /// <summary>The id; default <c>qualitykit</c>. Nobody else should have it.</summary>
    public string Id { get; set; } = "qualitykit";

    /// <summary>The keys of its roles; default <c>automation</c>, which the standard rules know. A host with rules of its own gives it what they allow.</summary>
    public IList<string> Roles { get; } = ["automation"];

    internal IEnumerable<string> Problems() => string.IsNullOrWhiteSpace(Id) ? ["`Machine.Id` is empty: what sweeps and announces needs an id"] : [];

    internal Actor In(TenantId tenant) => new() { Tenant = tenant, Id = new(Id), Roles = [.. Roles], IsMachine = true };
}
