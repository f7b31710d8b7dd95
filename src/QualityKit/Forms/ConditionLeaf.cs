namespace QualityKit.Forms;

/// <summary>A condition that has no parts, and where it is.</summary>
/// <param name="Condition">The condition; null where the draft has none.</param>
/// <param name="Pointer">Its JSON pointer.</param>
internal sealed record ConditionLeaf(Condition? Condition, string Pointer)
{
    /// <summary>The key of the question that it looks at; null when it looks at none.</summary>
    public string? Question => Condition switch
    {
        AnsweredOption answered => answered.Question,
        NumberBetween number => number.Question,
        MarkedNotApplicable marked => marked.Question,
        LeftUnanswered unanswered => unanswered.Question,
        _ => null,
    };

    /// <summary>Where that key is.</summary>
    public string QuestionPointer => Condition switch
    {
        AnsweredOption => Pointer + "/answered/question",
        NumberBetween => Pointer + "/number/question",
        MarkedNotApplicable => Pointer + "/notApplicable",
        LeftUnanswered => Pointer + "/unanswered",
        _ => Pointer,
    };
}
