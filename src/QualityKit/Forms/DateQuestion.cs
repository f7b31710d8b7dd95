namespace QualityKit.Forms;

/// <summary>A calendar date; it is never scored.</summary>
public sealed record DateQuestion : AnswerableQuestion
{
    /// <summary>Creates a date question, which need not be answered unless it says so.</summary>
    public DateQuestion() => IsRequired = false;

    internal override string Takes => "a date";
}
