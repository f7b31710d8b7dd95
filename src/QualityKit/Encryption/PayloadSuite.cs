namespace QualityKit.Encryption;

/// <summary>How a payload is encrypted. The number is what files and envelopes hold.</summary>
public enum PayloadSuite
{
    /// <summary>C2SP chunked encryption, version 1, with SHA-512 and AES-256-GCM (docs/recording-format.md).</summary>
    Cobblestone256 = 1,
}
