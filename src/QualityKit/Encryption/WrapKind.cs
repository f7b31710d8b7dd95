namespace QualityKit.Encryption;

/// <summary>How a data key is wrapped. The number is what envelopes hold.</summary>
public enum WrapKind
{
    /// <summary>AES-256 key wrap with padding under a key that derives from a version of the tenant's ring.</summary>
    RingKey = 1,

    /// <summary>Whatever a key wrapper of the host made.</summary>
    KeyWrapper = 2,

    /// <summary>AES-256 key wrap with padding under a key that derives from a passphrase; in exports.</summary>
    Passphrase = 3,

    /// <summary>RSA-OAEP with SHA-256 for the public key of a recipient; in exports.</summary>
    PublicKey = 4,
}
