namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>An id is empty, longer than 128 bytes of UTF-8, or holds a control character.</summary>
    public const string ExternalIdInvalid = "QK6311";

    /// <summary>Something ends before it begins.</summary>
    public const string TimesReversed = "QK6302";

    /// <summary>A time lies outside the interaction.</summary>
    public const string TimeOutside = "QK6303";

    /// <summary>Two holds, silences or gaps overlap.</summary>
    public const string StretchesOverlap = "QK6304";

    /// <summary>An id is there twice.</summary>
    public const string IdTwice = "QK6305";

    /// <summary>A consent is of nobody who took part.</summary>
    public const string UnknownParticipant = "QK6306";

    /// <summary>An attribute that must have a value has none.</summary>
    public const string AttributeMissing = "QK6307";

    /// <summary>An attribute of one value has several.</summary>
    public const string AttributeSeveral = "QK6308";

    /// <summary>An attribute of segments is on the interaction, or the other way round.</summary>
    public const string AttributeElsewhere = "QK6309";

    /// <summary>A participant is a person and an automaton at once.</summary>
    public const string ParticipantTwice = "QK6310";

    /// <summary>A string is not an instant.</summary>
    public const string JsonBadInstant = "QK6320";
}
