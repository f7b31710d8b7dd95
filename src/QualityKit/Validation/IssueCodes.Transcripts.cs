namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>The channel or the confidence of an utterance is out of its range.</summary>
    public const string UtteranceOutOfRange = "QK6330";

    /// <summary>An utterance begins before one that stands earlier.</summary>
    public const string UtterancesOutOfOrder = "QK6331";

    /// <summary>A file does not begin as WebVTT does.</summary>
    public const string WebVttHeader = "QK6332";

    /// <summary>The times of a cue cannot be read.</summary>
    public const string CueTimesUnreadable = "QK6333";

    /// <summary>A cue ends before it begins.</summary>
    public const string CueTimesReversed = "QK6334";

    /// <summary>A cue begins before one that stands earlier.</summary>
    public const string CueOutOfOrder = "QK6335";

    /// <summary>There is text that belongs to no cue.</summary>
    public const string TextWithoutCue = "QK6336";

    /// <summary>A tag in a cue never ends.</summary>
    public const string CueTagUnclosed = "QK6337";

    /// <summary>A tag in a cue is none that the format has, or ends nothing.</summary>
    public const string CueTagUnknown = "QK6338";

    /// <summary>An ampersand begins no character reference.</summary>
    public const string CueReferenceUnknown = "QK6339";
}
