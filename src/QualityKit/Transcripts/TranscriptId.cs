namespace QualityKit.Transcripts;

/// <summary>Names a transcript.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, as the host writes it.</param>
public readonly record struct TranscriptId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}
