namespace QualityKit.Events;

/// <summary>Names one event for good: delivered again, it has the same id, so a handler that remembers ids does nothing twice.</summary>
/// <param name="Value">1 to 512 bytes of UTF-8.</param>
public readonly record struct QualityEventId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}
