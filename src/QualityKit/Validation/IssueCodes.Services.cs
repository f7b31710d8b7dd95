namespace QualityKit.Validation;

/// <content>Services.</content>
public static partial class IssueCodes
{
    /// <summary>An evaluation is created with a form that was archived.</summary>
    public const string FormArchived = "QK6301";

    /// <summary>A transcript is larger than can be stored.</summary>
    public const string TranscriptTooLarge = "QK6500";

    /// <summary>A transcript is of an interaction whose customer was erased.</summary>
    public const string TranscriptErased = "QK6501";

    /// <summary>An interaction has as many stored texts as it can have.</summary>
    public const string TranscriptTexts = "QK6502";

    /// <summary>Somebody approves or takes back a proposal that is not the one that waits.</summary>
    public const string DisclosureProposalGone = "QK6510";

    /// <summary>Whoever proposed what is disclosed approves it.</summary>
    public const string DisclosureSamePerson = "QK6511";

    /// <summary>A machine changes what is disclosed.</summary>
    public const string DisclosureByMachine = "QK6512";
}
