using QualityKit.Auditing;
using QualityKit.Retention;

namespace QualityKit.Services.Tests.Stores;

/// <summary>Who remembers outside the store.</summary>
internal sealed record Outside(IAuditAnchor? Anchor = null, IKeepingWitness? Witness = null)
{
    public static Outside Both => new(new InMemoryAuditAnchor(), new InMemoryKeepingWitness());
}
