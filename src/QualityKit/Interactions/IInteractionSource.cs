using QualityKit.Storage.Documents;

namespace QualityKit.Interactions;

/// <summary>The port to where interactions are.</summary>
public interface IInteractionSource
{
    /// <summary>An interaction of a tenant; null when it is not known.</summary>
    ValueTask<Interaction?> FindAsync(TenantId tenant, InteractionId interaction, CancellationToken cancellationToken);
}
