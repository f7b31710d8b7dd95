namespace QualityKit.Tests.Scoring;

/// <summary>A column of the table of laws: a combination, or a part of a method or form that may break a law.</summary>
internal enum LawColumn
{
    GroupWeights,
    GroupPoints,
    QuestionWeights,
    WeightedPoints,
    TotalPoints,
    Deductions,
    Sum,
    Grade,
    Bonus,
    DropKeep,
    KeepOthers,
    OutcomeOnly,
    Rules,
    Fills,
}
