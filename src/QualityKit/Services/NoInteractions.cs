using QualityKit.Interactions;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>No interactions: for what is asked once before a tenant, and never before one interaction.</summary>
internal sealed class NoInteractions : IInteractionSource
{
    public ValueTask<Interaction?> FindAsync(TenantId tenant, InteractionId interaction, CancellationToken cancellationToken) => new((Interaction?)null);
}
