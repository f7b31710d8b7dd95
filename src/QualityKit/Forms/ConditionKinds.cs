namespace QualityKit.Forms;

/// <summary>Kinds of conditions, for <see cref="FormLimits"/>; they combine. All-of and any-of are always offered.</summary>
[Flags]
public enum ConditionKinds
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary><see cref="AnsweredOption"/>.</summary>
    Answered = 1,

    /// <summary><see cref="NumberBetween"/>.</summary>
    Number = 2,

    /// <summary><see cref="MarkedNotApplicable"/>.</summary>
    NotApplicable = 4,

    /// <summary><see cref="LeftUnanswered"/>.</summary>
    Unanswered = 8,

    /// <summary><see cref="Negation"/>.</summary>
    Not = 16,

    /// <summary>Every kind.</summary>
    All = Answered | Number | NotApplicable | Unanswered | Not,
}
