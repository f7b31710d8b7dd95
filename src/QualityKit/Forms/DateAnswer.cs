namespace QualityKit.Forms;

/// <summary>A calendar date.</summary>
public sealed record DateAnswer : Answer
{
    /// <summary>The date.</summary>
    public required DateOnly Value { get; init; }

    internal override string Noun => "a date";
}
