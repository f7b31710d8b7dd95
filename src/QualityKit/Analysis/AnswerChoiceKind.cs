namespace QualityKit.Analysis;

/// <summary>What a designer can take away from a question.</summary>
internal enum AnswerChoiceKind
{
    /// <summary>An option of a choice or a multiple selection.</summary>
    Option = 0,

    /// <summary>A range of numbers.</summary>
    Range = 1,

    /// <summary>The mark N/A.</summary>
    NotApplicable = 2,
}
