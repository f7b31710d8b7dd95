namespace QualityKit.Encryption;

/// <summary>Names a recording: one payload, whatever it shows.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, no control character.</param>
public readonly record struct RecordingId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}
