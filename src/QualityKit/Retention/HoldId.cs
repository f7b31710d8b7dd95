namespace QualityKit.Retention;

/// <summary>Names a legal hold.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8.</param>
public readonly record struct HoldId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}
