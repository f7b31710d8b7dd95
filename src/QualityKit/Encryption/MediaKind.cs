namespace QualityKit.Encryption;

/// <summary>What a recording holds. The number is what files and envelopes hold.</summary>
public enum MediaKind
{
    /// <summary>Audio.</summary>
    Audio = 1,

    /// <summary>A transcript.</summary>
    Transcript = 2,

    /// <summary>A chat or a thread of messages.</summary>
    Chat = 3,

    /// <summary>A thread of e-mails.</summary>
    Email = 4,

    /// <summary>A file that was sent along.</summary>
    Attachment = 5,

    /// <summary>A video of a screen.</summary>
    Screen = 6,
}
