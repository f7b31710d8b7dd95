using QualityKit.Methods;

namespace QualityKit.Wire;

/// <summary>A scoring method as it is written: a part that has a parameter is two members.</summary>
internal sealed record MethodParts
{
    public ScoringMethod Rest { get; init; } = ScoringMethod.Default;

    public QuestionValueKind Value { get; init; }

    public decimal? Scale { get; init; }

    public CombinationKind Combination { get; init; }

    public GroupBasis Within { get; init; }

    public decimal? Start { get; init; }

    public int? LeastAnswers { get; init; }

    public LeastAnswersEffect LeastAnswersEffect { get; init; }

    /// <summary>The same with another part that is one member.</summary>
    public MethodParts With(Func<ScoringMethod, ScoringMethod> change) => this with { Rest = change(Rest) };

    public ScoringMethod Together() => Rest with
    {
        Value = WholeValue(),
        Combination = WholeCombination(),
        LeastAnswers = LeastAnswers is { } count ? new() { Count = count, Effect = LeastAnswersEffect } : null,
    };

    // A parameter that is missing was reported; the method that comes of it is not used.
    private QuestionValue WholeValue() => Value switch
    {
        QuestionValueKind.OfRange => QuestionValue.OfRange,
        QuestionValueKind.OfLargestMagnitude => QuestionValue.OfLargestMagnitude,
        QuestionValueKind.AsPoints => QuestionValue.AsPoints,
        QuestionValueKind.OfFixedScale => QuestionValue.OfFixedScale(Scale ?? 1),
        _ => QuestionValue.OfMaximum,
    };

    private Combination WholeCombination() => Combination switch
    {
        CombinationKind.QuestionWeights => Methods.Combination.QuestionWeights,
        CombinationKind.WeightedPoints => Methods.Combination.WeightedPoints,
        CombinationKind.TotalPoints => Methods.Combination.TotalPoints,
        CombinationKind.Deductions => Methods.Combination.Deductions(Start ?? 1),
        CombinationKind.Sum => Methods.Combination.Sum,
        CombinationKind.Grade => Methods.Combination.Grade,
        _ => Methods.Combination.GroupWeights(Within),
    };
}
