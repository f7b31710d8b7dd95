namespace QualityKit.Storage.Keys;

/// <summary>What a wrapper says of one key. Only <see cref="Done"/> gives anything; all others change nothing.</summary>
public enum KeyAnswer
{
    /// <summary>It was wrapped or unwrapped.</summary>
    Done = 0,

    /// <summary>The ciphertext does not belong to this key version, tenant and context, or was changed. Final.</summary>
    Wrong = 1,

    /// <summary>The caller may not use the key. Final until somebody grants it.</summary>
    Denied = 2,

    /// <summary>The key version exists and is switched off. Final until somebody switches it on.</summary>
    Disabled = 3,

    /// <summary>The key version was destroyed, and what it wrapped is lost. Final.</summary>
    Destroyed = 4,

    /// <summary>Too many requests; try again after a while.</summary>
    Throttled = 5,

    /// <summary>The provider could not be reached, or did not answer in time; trying again is safe.</summary>
    Unavailable = 6,
}
