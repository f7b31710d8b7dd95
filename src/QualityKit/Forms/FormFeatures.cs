namespace QualityKit.Forms;

/// <summary>What a form may use that not every product offers, for <see cref="FormLimits"/>; they combine.</summary>
[Flags]
public enum FormFeatures
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Fatal questions (<see cref="ScoredQuestion.IsFatal"/>).</summary>
    FatalQuestions = 1,

    /// <summary>Critical questions (<see cref="ScoredQuestion.IsCritical"/>).</summary>
    CriticalQuestions = 2,

    /// <summary>Bonus questions (<see cref="ScoredQuestion.IsBonus"/>).</summary>
    BonusQuestions = 4,

    /// <summary>Bonus options and ranges (<see cref="ChoiceOption.IsBonus"/>, <see cref="NumberRange.IsBonus"/>).</summary>
    BonusOptions = 8,

    /// <summary>Options and ranges that fail (<see cref="ChoiceOption.Fails"/>).</summary>
    FailingOptions = 16,

    /// <summary>Bonus questions that can fail, as fatal, as critical, or by an option.</summary>
    FailingBonusQuestions = 32,

    /// <summary>Points of options that are not selected (<see cref="SelectOption.UnselectedPoints"/>).</summary>
    UnselectedPoints = 64,

    /// <summary>Conditions on groups.</summary>
    GroupConditions = 128,

    /// <summary>Groups that can be marked N/A as a whole.</summary>
    GroupNotApplicable = 256,

    /// <summary>Caps on what a multiple selection earns (<see cref="MultiSelectQuestion.Cap"/>).</summary>
    Caps = 512,

    /// <summary>All of them.</summary>
    All = FatalQuestions | CriticalQuestions | BonusQuestions | BonusOptions | FailingOptions | FailingBonusQuestions | UnselectedPoints
        | GroupConditions | GroupNotApplicable | Caps,
}
