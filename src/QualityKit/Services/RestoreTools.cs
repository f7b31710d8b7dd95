using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What reconciling a restored store works with.</summary>
internal sealed record RestoreTools
{
    /// <summary>Where everything is kept.</summary>
    public required IDocumentStore Store { get; init; }

    /// <summary>Who may do what.</summary>
    public required IAccessPolicies Policies { get; init; }

    /// <summary>What receipts are authenticated with.</summary>
    public required IAuditKeys Keys { get; init; }

    /// <summary>Who remembers seals outside; null for nobody.</summary>
    public required IAuditAnchor? Anchor { get; init; }

    /// <summary>Deletes, and tells of it.</summary>
    public required KeepingTools Keeping { get; init; }

    /// <summary>Deletes recordings; null where none are kept.</summary>
    public RecordingTools? Recordings { get; init; }

    /// <summary>How often the audit is sealed.</summary>
    public required TimeSpan SealPeriod { get; init; }
}
