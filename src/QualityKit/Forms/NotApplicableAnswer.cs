namespace QualityKit.Forms;

/// <summary>The mark that a question does not apply.</summary>
public sealed record NotApplicableAnswer : Answer
{
    /// <summary>The mark.</summary>
    public static NotApplicableAnswer Instance { get; } = new();

    internal override string Noun => "N/A";
}
