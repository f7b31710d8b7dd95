using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>How recordings are kept. Checked at start; docs/hosting.md has all ranges.</summary>
public sealed class RecordingOptions
{
    /// <summary>Whether a SHA-256 tree is taken over what is stored, so that its root in the audit says what was stored first; default true.</summary>
    public bool TakesTree { get; set; } = true;

    /// <summary>How long a recording may take to be stored; 1 hour to 30 days, default 24 hours. A store that takes longer loses, and what it left is removed.</summary>
    public TimeSpan MostStoring { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Within what time every recording is read and verified; 1 to 3,650 days, default 90 days; null for never.</summary>
    public TimeSpan? VerifyWithin { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How many recordings of a tenant are verified, or payloads removed, before it is the next one's turn, 1 to 10,000; default 100.</summary>
    public int ItemsPerTurn { get; set; } = 100;

    /// <summary>How often somebody may be refused recordings in an hour before all are refused to them for the rest of it, 1 to 10,000; default 30.</summary>
    public int MostRefusals { get; set; } = 30;

    /// <summary>Who can open recordings when the documents are lost: the holder of an RSA key that is kept offline (<see cref="ExportRecipient.PublicKey"/>), for whom a copy of each envelope lies beside its payload (<see cref="Vault.EnvelopeCopies"/>); null, the default, for nobody.</summary>
    public ExportRecipient? EnvelopeCopies { get; set; }

    internal IEnumerable<string> Problems() =>
    [
        .. OptionRange.Of("Recordings.MostStoring", MostStoring, TimeSpan.FromHours(1), TimeSpan.FromDays(30)),
        .. VerifyWithin is { } within ? OptionRange.Of("Recordings.VerifyWithin", within, TimeSpan.FromDays(1), TimeSpan.FromDays(3650)) : [],
        .. OptionRange.Of("Recordings.ItemsPerTurn", ItemsPerTurn, 1, 10_000),
        .. OptionRange.Of("Recordings.MostRefusals", MostRefusals, 1, 10_000),
        .. EnvelopeCopies is { Fingerprint: null } ? ["`Recordings.EnvelopeCopies` is no public key: name `ExportRecipient.PublicKey` of a key whose private half is kept offline"] : Array.Empty<string>(),
    ];
}
