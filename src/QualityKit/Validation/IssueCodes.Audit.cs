namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>An audit record is not an entry.</summary>
    public const string AuditUnreadable = "QK8001";

    /// <summary>An audit entry is not what its key authenticated.</summary>
    public const string AuditAltered = "QK8002";

    /// <summary>An audit entry names a key that was not given.</summary>
    public const string AuditUnknownKey = "QK8003";

    /// <summary>An audit entry stands where it was not written.</summary>
    public const string AuditMisplaced = "QK8004";

    /// <summary>An audit entry does not follow the one that stands before it.</summary>
    public const string AuditBrokenLink = "QK8005";

    /// <summary>A chain of audit entries that was sealed is gone.</summary>
    public const string AuditEntityGone = "QK8006";

    /// <summary>A chain of audit entries is shorter than it was when it was sealed.</summary>
    public const string AuditTailGone = "QK8007";

    /// <summary>An audit entry is another than the one that was sealed.</summary>
    public const string AuditOtherThanSealed = "QK8008";

    /// <summary>A stored seal is not one.</summary>
    public const string AuditSealUnreadable = "QK8011";

    /// <summary>Nobody signed a seal.</summary>
    public const string AuditSealUnsigned = "QK8012";

    /// <summary>A seal names a signing key that was not given.</summary>
    public const string AuditUnknownSigner = "QK8013";

    /// <summary>The signature of a seal is not of its key.</summary>
    public const string AuditSealForged = "QK8014";

    /// <summary>A seal stands where it was not written.</summary>
    public const string AuditSealMisplaced = "QK8015";

    /// <summary>A seal does not follow the one that stands before it.</summary>
    public const string AuditSealBrokenLink = "QK8016";

    /// <summary>A seal is earlier than the one before it.</summary>
    public const string AuditSealBackInTime = "QK8017";

    /// <summary>Two seals are further apart than two periods.</summary>
    public const string AuditSealGap = "QK8018";

    /// <summary>A seal is another than the one that was anchored.</summary>
    public const string AuditSealOtherThanAnchored = "QK8019";

    /// <summary>A seal that was anchored is gone.</summary>
    public const string AuditSealGone = "QK8020";

    /// <summary>A seal says that a chain got no longer, or shorter.</summary>
    public const string AuditSealGoesBack = "QK8021";
}
