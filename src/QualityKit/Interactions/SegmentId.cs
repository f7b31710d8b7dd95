namespace QualityKit.Interactions;

/// <summary>Names a segment of an interaction.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, as the host writes it.</param>
public readonly record struct SegmentId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}
