namespace QualityKit.Keys;

/// <summary>Names one key of a ring, for ever: it is never used again, not even after the key was destroyed.</summary>
/// <param name="Value">16 random bytes as 32 lower-case hexadecimal digits.</param>
public readonly record struct RingKeyId(string Value)
{
    /// <summary>How many digits it has: 32.</summary>
    internal const int Digits = 32;

    /// <summary>Whether it is 32 lower-case hexadecimal digits.</summary>
    internal bool IsValid => Value is { Length: Digits } && Value.All(digit => char.IsAsciiHexDigitLower(digit));

    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}
