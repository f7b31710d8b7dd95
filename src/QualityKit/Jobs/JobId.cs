namespace QualityKit.Jobs;

/// <summary>Names a bulk job.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8.</param>
public readonly record struct JobId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}
