namespace QualityKit.Encryption;

/// <summary>Why a recording was refused. For the audit alone: whoever is told more than that it was refused can ask until it is not.</summary>
internal enum TamperReason
{
    /// <summary>The envelope cannot be read.</summary>
    Envelope,

    /// <summary>The envelope is not what its data key authenticated.</summary>
    EnvelopeMac,

    /// <summary>The envelope is that of another tenant, recording or medium.</summary>
    Context,

    /// <summary>The payload is longer or shorter than the envelope says, or has a length that no plaintext makes.</summary>
    Length,

    /// <summary>The payload begins otherwise than the envelope says.</summary>
    Header,

    /// <summary>The payload is not committed to this key and context.</summary>
    Commitment,

    /// <summary>A chunk is not what was encrypted in its place.</summary>
    Chunk,

    /// <summary>No wrap of the envelope gives a key.</summary>
    Wrap,

    /// <summary>What is stored of the recording is not what the audit says.</summary>
    Record,
}
