namespace QualityKit.Forms;

/// <summary>A number.</summary>
public sealed record NumberAnswer : Answer
{
    /// <summary>The number, exactly as given.</summary>
    public required decimal Value { get; init; }

    internal override string Noun => "a number";
}
