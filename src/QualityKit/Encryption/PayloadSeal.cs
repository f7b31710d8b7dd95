namespace QualityKit.Encryption;

/// <summary>What pins a payload: with it no other payload passes for this one, not even one that the same key encrypted.</summary>
public sealed record PayloadSeal
{
    /// <summary>How it is encrypted.</summary>
    public required PayloadSuite Suite { get; init; }

    /// <summary>How many bytes of plaintext it has.</summary>
    public required long PlaintextLength { get; init; }

    /// <summary>Its salt, 24 bytes.</summary>
    public required ReadOnlyMemory<byte> Salt { get; init; }

    /// <summary>Its commitment to key, salt and context, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> Commitment { get; init; }

    /// <summary>How many bytes the encrypted payload has.</summary>
    public long CiphertextLength => PayloadFormat.CiphertextLength(PlaintextLength);

    /// <summary>Whether all parts are within their ranges.</summary>
    internal bool IsWellFormed =>
        Enum.IsDefined(Suite) && PlaintextLength is >= 0 and <= PayloadFormat.MostBytes
        && Salt.Length == PayloadFormat.SaltBytes && Commitment.Length == PayloadFormat.CommitmentBytes;

    /// <summary>Suite and length.</summary>
    public override string ToString() => $"{Suite}, {PlaintextLength} bytes";
}
