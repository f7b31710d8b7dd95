namespace QualityKit.Canonical;

/// <summary>Random text of at least 16 bytes, made at the door for each command. It is stored with the content, never beside the digest.</summary>
/// <remarks>Without it nobody can find out by trying whether an erased text was a certain one.</remarks>
/// <param name="Value">The text, such as 32 hexadecimal digits.</param>
public readonly record struct ContentSalt(string Value)
{
    /// <summary>That there is one; never the value, which is a secret.</summary>
    public override string ToString() => Value is null ? "no salt" : "salt";
}
