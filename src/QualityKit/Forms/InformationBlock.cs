namespace QualityKit.Forms;

/// <summary>A text among the questions that takes no answer.</summary>
public sealed record InformationBlock : Question
{
    internal override string Takes => "no answer";
}
