using QualityKit.Auditing;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What sealing works with.</summary>
internal sealed record SealingTools
{
    /// <summary>Where everything is kept.</summary>
    public required IDocumentStore Store { get; init; }

    /// <summary>Who signs; null for nobody.</summary>
    public required IAuditSigner? Signer { get; init; }

    /// <summary>Who remembers outside; null for nobody.</summary>
    public required IAuditAnchor? Anchor { get; init; }

    /// <summary>Finds that the store went back; null where nothing that is kept is looked after.</summary>
    public KeepingSafety? Safety { get; init; }

    /// <summary>How often.</summary>
    public required AuditOptions Options { get; init; }

    /// <summary>Clock, log and instruments.</summary>
    public required Ambient Ambient { get; init; }

    /// <summary>Names commits.</summary>
    public required CommandSource Commands { get; init; }
}
