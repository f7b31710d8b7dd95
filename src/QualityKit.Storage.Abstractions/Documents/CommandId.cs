using System.Security.Cryptography;

namespace QualityKit.Storage.Documents;

/// <summary>Names one attempt to change something, made where the request came in. A command delivered twice has one effect.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, no NUL, no lone surrogate.</param>
public readonly record struct CommandId(string Value)
{
    /// <summary>A new one, random: 32 hexadecimal digits. Make it where the request came in, and keep it for when the request is sent again.</summary>
    public static CommandId New() => new(RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>The value.</summary>
    public override string ToString() => Value;
}
