namespace BatchScoring.Reading;

/// <summary>A line of the input; its bytes are valid until the next line is read.</summary>
internal readonly record struct Line(long Number, ReadOnlyMemory<byte> Bytes, LineEnd End);
