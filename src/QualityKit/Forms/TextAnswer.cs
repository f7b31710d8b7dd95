namespace QualityKit.Forms;

/// <summary>A free text.</summary>
public sealed record TextAnswer : Answer
{
    /// <summary>The text.</summary>
    public required string Value { get; init; }

    /// <summary>The number of characters; never the text, which may be personal.</summary>
    public override string ToString() => $"text of {Value.Length} characters";

    internal override string Noun => "a text";
}
