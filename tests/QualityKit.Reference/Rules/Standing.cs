using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>Where a question stands once S2 to S6 and S10 have been applied to it.</summary>
internal sealed record Standing(Question Question, QuestionState State)
{
    /// <summary>p, where there is one.</summary>
    public ExactNumber? Points { get; init; }

    /// <summary>e; 0 where nothing was earned.</summary>
    public ExactNumber Earned { get; init; } = ExactNumber.Zero;

    /// <summary>m.</summary>
    public ExactNumber Possible { get; init; } = ExactNumber.Zero;

    /// <summary>v, where there is one.</summary>
    public ExactNumber? Value { get; init; }

    /// <summary>S6: left out by the N/A rule, so that its weight may still matter to its group (S7, S8).</summary>
    public bool LeftOutAsNotApplicable { get; init; }

    /// <summary>S6: counts when answered or filled in, and not hidden, excluded, neutral or dropped.</summary>
    public bool Counts => State is QuestionState.Answered or QuestionState.Filled;

    /// <summary>S7: not a bonus question.</summary>
    public bool IsNormal => !Question.Bonus;
}
