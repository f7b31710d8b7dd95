using QualityKit.Access;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What whatever looks after keys works with.</summary>
internal sealed record KeyTools
{
    public required IDocumentStore Store { get; init; }

    public required IBlobStore Blobs { get; init; }

    public required IStoreMaintenance Maintenance { get; init; }

    public required IAccessPolicies Policies { get; init; }

    public required IKeepingTerms Terms { get; init; }

    public required TenantKeys Keys { get; init; }

    public required Auditing.IAuditKeys AuditKeys { get; init; }

    public required KeyOptions Options { get; init; }

    public required MachineOptions Machine { get; init; }

    public required KeepingTools Keeping { get; init; }

    public required Ambient Ambient { get; init; }

    public SealedClock Clock => new(Store, Terms, Ambient.Time);

    public EnvelopeScan Scan => new(Maintenance, Ambient.Time);
}
