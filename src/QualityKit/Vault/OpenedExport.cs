using QualityKit.Encryption;

namespace QualityKit.Vault;

/// <summary>An export that opened.</summary>
public sealed class OpenedExport : IDisposable
{
    internal OpenedExport(RecordingContext context, PayloadReader payload) => (Context, Payload) = (context, payload);

    /// <summary>What it was exported as; authenticated.</summary>
    public RecordingContext Context { get; }

    /// <summary>The plaintext.</summary>
    public PayloadReader Payload { get; }

    /// <summary>Wipes the key.</summary>
    public void Dispose() => Payload.Dispose();
}
