using System.Globalization;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Vendors;

/// <summary>Reads a policy as a scoring method; what it leaves out is as the file's <c>fields</c> say.</summary>
internal static class VendorPolicy
{
    private const string FixedScale = "score/";

    public static ScoringMethod Read(JsonElement? policy)
    {
        JsonElement source = policy is { ValueKind: JsonValueKind.Object } given ? given : default;
        if (source.ValueKind == JsonValueKind.Object)
        {
            source.OnlyHas("policy", "combine", "normalize", "na", "autoFailForm", "clamp", "name", "vendor", "profile", "switch");
        }

        if (source.OptionalText("profile") is { } profile)
        {
            source.OnlyHas("policy with a profile", "profile", "switch", "name", "vendor");
            return OfProfile(profile, source.OptionalText("switch"));
        }

        string combine = source.OptionalText("combine") ?? "question-weights";
        return new ScoringMethod
        {
            Combination = CombinationOf(combine),
            Value = ValueOf(source.OptionalText("normalize") ?? "score/max"),
            NotApplicable = RuleOf(source.OptionalText("na") ?? "redistribute-form", combine),
            Failure = EffectOf(source.OptionalText("autoFailForm") ?? "zero"),
            CapAtFull = source.Flag("clamp"),
        };
    }

    // A method by its key, as it is or with one of its open points decided the other way.
    private static ScoringMethod OfProfile(string key, string? open)
    {
        VendorProfile profile = VendorProfile.All.FirstOrDefault(profile => profile.Key == key) ?? throw Unknown("profile", key);
        return open is null
            ? profile.Method
            : (profile.Switches.FirstOrDefault(other => other.Code == open) ?? throw Unknown("switch", open)).Method;
    }

    private static Combination CombinationOf(string combine) => combine switch
    {
        "question-weights" => Combination.QuestionWeights,
        "section-weights-points" => Combination.GroupWeights(GroupBasis.Points),
        "section-weights-weighted" => Combination.GroupWeights(GroupBasis.QuestionWeights),
        "points-total" => Combination.TotalPoints,
        _ => throw Unknown("combine", combine),
    };

    private static QuestionValue ValueOf(string normalize) => normalize switch
    {
        "score/max" => QuestionValue.OfMaximum,
        "minmax" => QuestionValue.OfRange,
        _ when normalize.StartsWith(FixedScale, StringComparison.Ordinal)
            && decimal.TryParse(normalize[FixedScale.Length..], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal scale)
            && scale > 0 => QuestionValue.OfFixedScale(scale),
        _ => throw Unknown("normalize", normalize),
    };

    // Where sections carry the weights, the ratio of a section leaves an N/A out and the section keeps its weight.
    private static NotApplicableRule RuleOf(string na, string combine) => na switch
    {
        "redistribute-form" when combine.StartsWith("section-weights", StringComparison.Ordinal) => NotApplicableRule.StaysInGroup,
        "redistribute-form" => NotApplicableRule.LeavesForm,
        "redistribute-section" => NotApplicableRule.StaysInGroup,
        "as-full" => NotApplicableRule.FullMarks,
        "as-zero" => NotApplicableRule.Zero,
        _ => throw Unknown("na", na),
    };

    private static FailureEffect EffectOf(string autoFailForm) => autoFailForm switch
    {
        "zero" => FailureEffect.Zero,
        "outcome-only" => FailureEffect.OutcomeOnly,
        _ => throw Unknown("autoFailForm", autoFailForm),
    };

    private static UnsupportedCaseException Unknown(string member, string value) => new($"the policy `{member}: {value}` is not understood");
}
