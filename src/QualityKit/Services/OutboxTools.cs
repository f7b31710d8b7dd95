using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What delivering works with.</summary>
internal sealed record OutboxTools
{
    /// <summary>Where everything is kept.</summary>
    public required IDocumentStore Store { get; init; }

    /// <summary>Who is told.</summary>
    public required HandlerSet Handlers { get; init; }

    /// <summary>How.</summary>
    public required OutboxOptions Options { get; init; }

    /// <summary>Clock, log and instruments.</summary>
    public required Ambient Ambient { get; init; }

    /// <summary>Calls handlers.</summary>
    public required EventCall Call { get; init; }

    /// <summary>Who works on which tenant.</summary>
    public required Leases Leases { get; init; }

    /// <summary>Names commits.</summary>
    public required CommandSource Commands { get; init; }
}
