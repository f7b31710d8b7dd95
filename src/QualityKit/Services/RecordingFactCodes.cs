namespace QualityKit.Services;

/// <summary>What can happen to recordings: the actions of audit entries and events.</summary>
public static class RecordingFactCodes
{
    /// <summary>A recording was stored, imported, or made by redaction.</summary>
    public const string Stored = "recording.stored";

    /// <summary>Media that is kept elsewhere was registered.</summary>
    public const string Registered = "recording.registered";

    /// <summary>Media that was kept elsewhere was moved into the vault.</summary>
    public const string Moved = "recording.moved";

    /// <summary>A recording was encrypted anew, with a new data key.</summary>
    public const string Reencrypted = "recording.reencrypted";

    /// <summary>Somebody began to play a recording, or to work on what it holds.</summary>
    public const string Played = "recording.played";

    /// <summary>They ended; which ranges they were given.</summary>
    public const string PlaybackEnded = "recording.playbackEnded";

    /// <summary>Somebody was refused a recording, or one did not open.</summary>
    public const string Refused = "recording.refused";

    /// <summary>A recording was exported.</summary>
    public const string Exported = "recording.exported";

    /// <summary>A recording was found to be damaged, lost, or not what was stored.</summary>
    public const string Damaged = "recording.damaged";

    /// <summary>A recording was deleted: its envelope is gone.</summary>
    public const string Deleted = "recording.deleted";

    /// <summary>A recording was redacted: another one took its place, and its envelope is gone.</summary>
    public const string Redacted = "recording.redacted";

    /// <summary>The payload of a recording that was deleted is gone too.</summary>
    public const string PayloadRemoved = "recording.payloadRemoved";
}
