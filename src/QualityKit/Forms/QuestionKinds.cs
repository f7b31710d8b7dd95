namespace QualityKit.Forms;

/// <summary>Kinds of questions, for <see cref="FormLimits"/>; they combine.</summary>
[Flags]
public enum QuestionKinds
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary><see cref="ChoiceQuestion"/>.</summary>
    Choice = 1,

    /// <summary><see cref="MultiSelectQuestion"/>.</summary>
    MultiSelect = 2,

    /// <summary><see cref="NumberQuestion"/>.</summary>
    Number = 4,

    /// <summary><see cref="TextQuestion"/>.</summary>
    Text = 8,

    /// <summary><see cref="DateQuestion"/>.</summary>
    Date = 16,

    /// <summary><see cref="InformationBlock"/>.</summary>
    Information = 32,

    /// <summary>Every kind.</summary>
    All = Choice | MultiSelect | Number | Text | Date | Information,
}
