namespace QualityKit.Persistence;

/// <summary>The names of the collections that the core stores in.</summary>
internal static class Collections
{
    /// <summary>One document a commit: what happened, for the audit and for whoever is told. Its id is the command.</summary>
    public const string Journal = "journal";

    /// <summary>One document an entity: how far its chain reaches.</summary>
    public const string AuditHeads = "audit-heads";

    /// <summary>One document a form: its versions. Its id is the key of the form.</summary>
    public const string Forms = "forms";

    /// <summary>One document a published version, its canonical bytes. Its id is their hash.</summary>
    public const string FormVersions = "form-versions";

    /// <summary>One document a form that somebody is designing. Its id is the key of the form.</summary>
    public const string FormDrafts = "form-drafts";

    /// <summary>One document an evaluation.</summary>
    public const string Evaluations = "evaluations";

    /// <summary>One document an evaluation: every text that people wrote in it.</summary>
    public const string Contents = "contents";

    /// <summary>One document an evaluation and person: answers that they are working on.</summary>
    public const string Drafts = "drafts";

    /// <summary>One document a version of an evaluation: its score, flat.</summary>
    public const string ScoreRows = "score-rows";

    /// <summary>One document a calibration session.</summary>
    public const string CalibrationSessions = "calibration-sessions";

    /// <summary>One document an interaction of a closed session: what everyone gave.</summary>
    public const string CalibrationRounds = "calibration-rounds";

    /// <summary>One document an interaction of a closed session: what all agreed on.</summary>
    public const string CalibrationResolutions = "calibration-resolutions";

    /// <summary>One document an interaction, without what is personal of it; a tombstone when it was deleted.</summary>
    public const string Interactions = "interactions";

    /// <summary>One document an interaction: its personal attributes.</summary>
    public const string InteractionContents = "interaction-contents";

    /// <summary>One document an interaction that was ever evaluated: how often work on it was opened.</summary>
    public const string InteractionWork = "interaction-work";

    /// <summary>One document a bulk job, and one that grows with each that is planned.</summary>
    public const string Jobs = "jobs";

    /// <summary>One document a tenant: how its last sweep went.</summary>
    public const string Sweeps = "sweeps";

    /// <summary>One document a tenant: whether its store was found to have gone back to an older state.</summary>
    public const string Restores = "restores";

    /// <summary>One document a tenant: the legal holds in force.</summary>
    public const string HoldRegisters = "hold-registers";

    /// <summary>One document an interaction that has transcripts: their versions, without any text.</summary>
    public const string Transcripts = "transcripts";

    /// <summary>One document a version of a transcript: its text.</summary>
    public const string TranscriptContents = "transcript-contents";

    /// <summary>One document a tenant: its ring of keys.</summary>
    public const string KeyRings = "key-rings";

    /// <summary>One document a recording: its envelope, opaque bytes. Its id is that of the recording.</summary>
    public const string Envelopes = "envelopes";

    /// <summary>One document a recording: what it is and where; a tombstone when it was deleted.</summary>
    public const string Recordings = "recordings";

    /// <summary>One document a blob that is being written, or that nobody needs any more.</summary>
    public const string PendingBlobs = "pending-blobs";

    /// <summary>One document a thing that is kept elsewhere: the recording that has it. Its id is the hash of place and key.</summary>
    public const string ExternalClaims = "external-claims";

    /// <summary>One document a person: how often they were refused a recording lately.</summary>
    public const string PlaybackRefusals = "playback-refusals";

    /// <summary>One document a tenant: what it discloses of individual agents.</summary>
    public const string DisclosurePolicies = "disclosure-policies";

    /// <summary>One document a denial, a read or a list that was shown. Only added to, and removed when its time is over.</summary>
    public const string AccessLog = "access-log";
}
