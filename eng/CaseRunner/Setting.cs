using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.CaseRunner;

/// <summary>A choice that the library leaves to its user, set otherwise than a case's documented translation sets it.</summary>
internal sealed record Setting
{
    /// <summary>What a user would write to choose it.</summary>
    public required string Name { get; init; }

    /// <summary>The method with the choice made.</summary>
    public Func<ScoringMethod, ScoringMethod> Method { get; init; } = method => method;

    /// <summary>How a condition compares options; null as documented.</summary>
    public OptionMatch? Match { get; init; }

    /// <summary>Nothing set otherwise.</summary>
    public static Setting Documented { get; } = new() { Name = "documented" };

    /// <summary>Every single choice that could explain another result.</summary>
    public static ImmutableArray<Setting> Others { get; } =
    [
        Of("Critical = Raw", method => method with { Critical = CriticalBasis.Raw }),
        Of("CapAtFull = true", method => method with { CapAtFull = true }),
        Of("FloorAtZero = true", method => method with { FloorAtZero = true }),
        .. Enum.GetValues<NotApplicableRule>().Select(rule => Of($"NotApplicable = {rule}", method => method with { NotApplicable = rule })),
        Of("Unanswered = AsZero", method => method with { Unanswered = UnansweredRule.AsZero }),
        .. Enum.GetValues<FailureEffect>().Select(effect => Of($"Failure = {effect}", method => method with { Failure = effect })),
        Of("Bonus = ToMean", method => method with { Bonus = BonusRule.ToMean }),
        Of("Value = OfMaximum", method => method with { Value = QuestionValue.OfMaximum }),
        Of("Value = OfRange", method => method with { Value = QuestionValue.OfRange }),
        Of("Value = OfLargestMagnitude", method => method with { Value = QuestionValue.OfLargestMagnitude }),
        Of("Combination = QuestionWeights", method => method with { Combination = Combination.QuestionWeights }),
        Of("Combination = WeightedPoints", method => method with { Combination = Combination.WeightedPoints }),
        Of("Combination = TotalPoints", method => method with { Combination = Combination.TotalPoints }),
        .. Enum.GetValues<GroupBasis>().Select(basis =>
            Of($"Combination = GroupWeights({basis})", method => method with { Combination = Combination.GroupWeights(basis) })),
        .. Enum.GetValues<OptionMatch>().Select(match => new Setting { Name = $"AnsweredOption.Match = {match}", Match = match }),
    ];

    private static Setting Of(string name, Func<ScoringMethod, ScoringMethod> method) => new() { Name = $"ScoringMethod.{name}", Method = method };
}
