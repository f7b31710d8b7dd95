namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>The ring has no key of that name.</summary>
    public const string KeyUnknown = "QK7201";

    /// <summary>The state of a key does not allow it.</summary>
    public const string KeyStateForbids = "QK7202";

    /// <summary>Another key has that name.</summary>
    public const string KeyNameTaken = "QK7203";

    /// <summary>A new key is not named or wrapped as it must be.</summary>
    public const string KeyMaterialIncomplete = "QK7204";

    /// <summary>A rotation does not say which key it replaces.</summary>
    public const string RotationNamesNothing = "QK7205";

    /// <summary>A pending key becomes active before every node had time to see it.</summary>
    public const string KeyNotSeenYet = "QK7206";

    /// <summary>The active key is compromised, and no other follows.</summary>
    public const string CompromiseWithoutSuccessor = "QK7207";

    /// <summary>A proof is of another key or revision.</summary>
    public const string ProofOfSomethingElse = "QK7208";

    /// <summary>Envelopes still need a key.</summary>
    public const string KeyStillNeeded = "QK7209";

    /// <summary>A proof is too old, or comes from the future.</summary>
    public const string ProofNotFresh = "QK7210";

    /// <summary>The host has not said how old copies of the store become.</summary>
    public const string BackupHorizonMissing = "QK7211";

    /// <summary>A machine cannot answer for a destruction.</summary>
    public const string DestructionNeedsPerson = "QK7212";

    /// <summary>An approval is bound to another proof.</summary>
    public const string ApprovalOfAnotherProof = "QK7213";

    /// <summary>A destruction waits.</summary>
    public const string DestructionWaits = "QK7214";

    /// <summary>Fewer than two people approve, or their approvals expired.</summary>
    public const string DestructionNotApproved = "QK7215";

    /// <summary>A wrap holds another key than that of the ring.</summary>
    public const string KeyCheckDiffers = "QK7216";

    /// <summary>A root does not wrap every key.</summary>
    public const string RootWrapsTooFew = "QK7217";

    /// <summary>A root is the ring's.</summary>
    public const string RootInUse = "QK7218";

    /// <summary>The clock may be wrong, or nothing was sealed that shows that it is right, so nothing of keys is done that goes by it.</summary>
    public const string KeyClockInDoubt = "QK7301";

    /// <summary>Envelopes cannot be read, so nobody can say which keys they need.</summary>
    public const string EnvelopesUnreadable = "QK7302";

    /// <summary>All keys of the tenant wait to be destroyed, or were: the ring wraps nothing and changes no more.</summary>
    public const string RingFenced = "QK7303";

    /// <summary>Nobody asked to destroy all keys of the tenant.</summary>
    public const string ShredNotRequested = "QK7304";

    /// <summary>Legal holds are in force, so the keys of the tenant are not destroyed.</summary>
    public const string ShredHeld = "QK7305";

    /// <summary>Who asks to destroy all keys of a tenant has to say why.</summary>
    public const string ShredReasonMissing = "QK7306";

    /// <summary>An approval is bound to another request to destroy all keys.</summary>
    public const string ApprovalOfAnotherShred = "QK7307";

    /// <summary>All keys of the tenant were destroyed, which nothing takes back.</summary>
    public const string ShredEnded = "QK7308";

    /// <summary>Keys are written as destroyed before that was decided.</summary>
    public const string ShredNotEnded = "QK7309";
}
