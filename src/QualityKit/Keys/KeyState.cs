namespace QualityKit.Keys;

/// <summary>Where a key of a ring stands.</summary>
public enum KeyState
{
    /// <summary>Made, and not used before every node has had time to see it.</summary>
    Pending = 0,

    /// <summary>Wraps and unwraps. Exactly one of a ring.</summary>
    Active = 1,

    /// <summary>Unwraps what it wrapped, and wraps nothing new.</summary>
    DecryptOnly = 2,

    /// <summary>Somebody else may know it: it unwraps only where that is allowed by name, so that what it wrapped can be wrapped or encrypted anew.</summary>
    Compromised = 3,

    /// <summary>Proven to wrap nothing any more; does nothing, and can be brought back.</summary>
    Retired = 4,

    /// <summary>Waits to be destroyed; can be cancelled.</summary>
    Destroying = 5,

    /// <summary>Gone for good.</summary>
    Destroyed = 6,
}
