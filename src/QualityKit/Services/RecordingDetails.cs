using QualityKit.Encryption;
using QualityKit.People;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>A recording, without what it holds.</summary>
public sealed record RecordingDetails
{
    /// <summary>What it is.</summary>
    public required RecordingMetadata Metadata { get; init; }

    /// <summary>How many bytes it has.</summary>
    public required long Length { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>Who stored it.</summary>
    public required PersonId StoredBy { get; init; }

    /// <summary>Where it is kept; null for the vault.</summary>
    public ExternalPlace? External { get; init; }

    /// <summary>The recording that it was made of by redaction; null for none.</summary>
    public RecordingId? Replaces { get; init; }

    /// <summary>SHA-256 of the envelope of the export that it was imported from, as hexadecimal; null where it was not.</summary>
    public string? Origin { get; init; }

    /// <summary>How many exports were made of it.</summary>
    public int Exports { get; init; }

    /// <summary>When it was last verified, whatever was found; null for never.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Which one of what.</summary>
    public override string ToString() => Metadata.ToString();

    internal static RecordingDetails Of(Persistence.StoredRecording stored) => new()
    {
        Metadata = stored.Metadata,
        Length = stored.Length,
        StoredAt = stored.StoredAt,
        StoredBy = stored.StoredBy,
        External = stored.External,
        Replaces = stored.Replaces,
        Origin = stored.Origin,
        Exports = stored.Exports,
        VerifiedAt = stored.VerifiedAt,
    };
}
