using System.Collections.Immutable;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Where recordings are kept, and by which keys.</summary>
public sealed record RecordingStorage
{
    /// <summary>Where recordings are described, and their envelopes kept.</summary>
    public required IDocumentStore Documents { get; init; }

    /// <summary>Where their payloads are kept.</summary>
    public required IBlobStore Blobs { get; init; }

    /// <summary>The keys of tenants.</summary>
    public required TenantKeys Keys { get; init; }

    /// <summary>Where else media is kept, by different names.</summary>
    public ImmutableArray<IExternalMedia> Places { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How recordings are kept.</summary>
    public RecordingOptions Options { get; init; } = new();

    /// <summary>How old the oldest copy of the store is that anybody could restore (<see cref="QualityKit.Keys.KeyPolicy.BackupHorizon"/>); null where nobody has said.</summary>
    public TimeSpan? BackupHorizon { get; init; }
}
