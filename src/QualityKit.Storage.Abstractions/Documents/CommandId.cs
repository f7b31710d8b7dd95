namespace QualityKit.Storage.Documents;

/// <summary>Names one attempt to change something, made where the request came in. A command delivered twice has one effect.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, no NUL, no lone surrogate.</param>
public readonly record struct CommandId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value;
}
