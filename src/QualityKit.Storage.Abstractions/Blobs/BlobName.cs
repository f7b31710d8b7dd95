namespace QualityKit.Storage.Blobs;

/// <summary>Names a blob within its tenant. Names are made by the library, at random, and never used again; no caller's text is in them.</summary>
public sealed record BlobName
{
    private const int MostLetters = 200;

    /// <summary>A name.</summary>
    /// <param name="value">1 to 200 lower-case letters, digits, <c>-</c> or <c>/</c>; no <c>/</c> at an end or beside another.</param>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public BlobName(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        bool isPlain = value.Length <= MostLetters && value.Split('/').All(part => part.Length > 0 && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'));
        if (!isPlain)
        {
            throw new ArgumentException($"`{value}` is not 1 to {MostLetters} lower-case letters, digits, `-` or single `/` in between", nameof(value));
        }

        Value = value;
    }

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Value;
}
