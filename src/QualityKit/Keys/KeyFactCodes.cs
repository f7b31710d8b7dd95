namespace QualityKit.Keys;

/// <summary>What can happen to a ring; the words are in the message catalogue.</summary>
public static class KeyFactCodes
{
    /// <summary>A key was made.</summary>
    public const string Created = "key.created";

    /// <summary>A key is the active one now.</summary>
    public const string Activated = "key.activated";

    /// <summary>A key is active no more, because another one is.</summary>
    public const string Superseded = "key.superseded";

    /// <summary>A key was declared compromised.</summary>
    public const string Compromised = "key.compromised";

    /// <summary>A key wraps nothing any more, and was retired.</summary>
    public const string Retired = "key.retired";

    /// <summary>A retired key was brought back.</summary>
    public const string Reinstated = "key.reinstated";

    /// <summary>Somebody asked to destroy a key.</summary>
    public const string DestructionRequested = "key.destructionRequested";

    /// <summary>Somebody approved that a key is destroyed.</summary>
    public const string DestructionApproved = "key.destructionApproved";

    /// <summary>A destruction was cancelled.</summary>
    public const string DestructionCancelled = "key.destructionCancelled";

    /// <summary>A key was destroyed for good.</summary>
    public const string Destroyed = "key.destroyed";

    /// <summary>A key was deleted; copies of the store could bring it back until they expire.</summary>
    public const string Deleted = "key.deleted";

    /// <summary>Somebody asked to destroy all keys of the tenant; the ring wraps nothing from now on.</summary>
    public const string ShredRequested = "key.shredRequested";

    /// <summary>Somebody approved that all keys of the tenant are destroyed.</summary>
    public const string ShredApproved = "key.shredApproved";

    /// <summary>That all keys are destroyed was cancelled; the ring wraps again.</summary>
    public const string ShredCancelled = "key.shredCancelled";

    /// <summary>No key of the tenant unwraps anything any more.</summary>
    public const string ShredEnded = "key.shredEnded";

    /// <summary>All keys of the tenant were destroyed for good.</summary>
    public const string Shredded = "key.shredded";

    /// <summary>All keys of the tenant were deleted; copies of the store could bring some back until they expire.</summary>
    public const string ShredDeleted = "key.shredDeleted";

    /// <summary>A key was wrapped by a root.</summary>
    public const string Wrapped = "key.wrapped";

    /// <summary>The ring has another root.</summary>
    public const string RootAdopted = "key.rootAdopted";

    /// <summary>A root wraps no key of the ring any more.</summary>
    public const string RootDropped = "key.rootDropped";

    /// <summary>Data keys that a key wrapped were wrapped anew by another.</summary>
    public const string Rewrapped = "key.rewrapped";
}
