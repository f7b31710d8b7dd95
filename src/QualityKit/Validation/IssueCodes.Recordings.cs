namespace QualityKit.Validation;

/// <content>Recordings.</content>
public static partial class IssueCodes
{
    /// <summary>A recording has that id already.</summary>
    public const string RecordingExists = "QK7401";

    /// <summary>A recording of that id was deleted, and the id is never free again.</summary>
    public const string RecordingDeleted = "QK7402";

    /// <summary>What was sent is shorter or longer than was declared.</summary>
    public const string RecordingLengthDiffers = "QK7403";

    /// <summary>A recording is larger than can be stored.</summary>
    public const string RecordingTooLarge = "QK7404";

    /// <summary>An id or a name of a recording is empty, too long, or holds a control character.</summary>
    public const string RecordingTextInvalid = "QK7405";

    /// <summary>A recording has too many bookmarks, gaps or attributes.</summary>
    public const string RecordingTooManyMarks = "QK7406";

    /// <summary>An attribute of a recording is declared personal.</summary>
    public const string RecordingAttributePersonal = "QK7407";

    /// <summary>A hold forbids to delete or redact a recording.</summary>
    public const string RecordingHeld = "QK7408";

    /// <summary>The customer of the interaction was erased, so nothing of it is stored any more.</summary>
    public const string RecordingErased = "QK7409";

    /// <summary>A recording is no audio that can be redacted.</summary>
    public const string RecordingNotAudio = "QK7410";

    /// <summary>A recording is kept elsewhere, and has to be moved into the vault first.</summary>
    public const string RecordingExternal = "QK7411";

    /// <summary>There is no place of that name where media is kept.</summary>
    public const string RecordingPlaceUnknown = "QK7412";

    /// <summary>What a place holds is not what was registered.</summary>
    public const string RecordingDigestDiffers = "QK7413";

    /// <summary>What was blacked out of a transcript has no times, so nobody knows where it is heard.</summary>
    public const string RecordingSpeechUntimed = "QK7414";

    /// <summary>What is kept elsewhere is another recording's: the end of one would be the end of the other.</summary>
    public const string RecordingMediaTaken = "QK7415";
}
