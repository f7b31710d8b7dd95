using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>A question that takes an answer: every kind but <see cref="InformationBlock"/>.</summary>
public abstract record AnswerableQuestion : Question
{
    private protected AnswerableQuestion()
    {
    }

    /// <summary>Whether it can be marked N/A by itself; default no.</summary>
    public bool AllowsNotApplicable { get; init; }

    /// <summary>Whether it must be answered when it is visible; default yes for what is scored, no for text and date.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>When an answer needs a comment; default never.</summary>
    public CommentRule Comment { get; init; } = CommentRule.Never;

    /// <summary>Names that questions share across groups; each gives a sub-score (rule S19).</summary>
    public ImmutableArray<string> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the question is prefilled with; it has no effect on scores.</summary>
    public DefaultAnswer Default { get; init; } = DefaultAnswer.None;
}
