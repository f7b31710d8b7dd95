namespace QualityKit.Forms;

/// <summary>A free text; it is never scored.</summary>
public sealed record TextQuestion : AnswerableQuestion
{
    /// <summary>Creates a text question, which need not be answered unless it says so.</summary>
    public TextQuestion() => IsRequired = false;

    /// <summary>The most characters (UTF-16 units) of an answer, 1 to 100000; default 4000.</summary>
    public int MaxLength { get; init; } = 4000;

    internal override string Takes => "a text";
}
