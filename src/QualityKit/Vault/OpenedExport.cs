using QualityKit.Encryption;

namespace QualityKit.Vault;

/// <summary>An export that opened.</summary>
public sealed class OpenedExport : IDisposable
{
    internal OpenedExport(RecordingContext context, PayloadReader payload, string envelopeDigest) => (Context, Payload, EnvelopeDigest) = (context, payload, envelopeDigest);

    /// <summary>What it was exported as; authenticated.</summary>
    public RecordingContext Context { get; }

    /// <summary>The plaintext.</summary>
    public PayloadReader Payload { get; }

    /// <summary>SHA-256 of its envelope, as hexadecimal: what the audit of whoever exported it names it by.</summary>
    public string EnvelopeDigest { get; }

    /// <summary>Wipes the key.</summary>
    public void Dispose() => Payload.Dispose();
}
