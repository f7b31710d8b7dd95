namespace QualityKit.Evaluations;

/// <summary>Names a session in which several people evaluate the same interaction.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, as the host writes it.</param>
public readonly record struct CalibrationSessionId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}
