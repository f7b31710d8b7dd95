namespace QualityKit.Storage.Keys;

/// <summary>Asks for one key in the clear. It is written into memory of the caller, so that the caller can wipe every copy of it.</summary>
public sealed record UnwrapRequest
{
    /// <summary>What is unwrapped.</summary>
    public required WrappedKey Wrapped { get; init; }

    /// <summary>The context that it was wrapped with, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Context { get; init; }

    /// <summary>Where the key goes: at least <see cref="KeyLimits.KeyBytes"/> bytes. Nothing is written unless the answer is <see cref="KeyAnswer.Done"/>.</summary>
    public required Memory<byte> Destination { get; init; }

    /// <summary>The key version; never a key.</summary>
    public override string ToString() => $"unwrap what is {Wrapped}";
}
