namespace BatchScoring.Reading;

/// <summary>How a line ended.</summary>
internal enum LineEnd
{
    NewLine,

    /// <summary>The input ended without a line break, which is allowed.</summary>
    EndOfInput,

    /// <summary>The input broke off.</summary>
    Broken,

    /// <summary>The line is longer than <see cref="LineReader.LongestLine"/>; its bytes are missing.</summary>
    TooLong,
}
