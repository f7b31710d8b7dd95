namespace QualityKit.Methods;

/// <summary>The code of every point that a vendor leaves open and no method decides otherwise; the words are in the message catalogue.</summary>
public static class VendorOpenPointCodes
{
    /// <summary>How a question that a condition disables is weighted; here it is not on the form at all (rule S2).</summary>
    public const string DisabledQuestions = "vendor.disabledQuestions";

    /// <summary>What the comparators <c>ALL_IN</c> and <c>EXACT</c> of conditions mean; here what their names say.</summary>
    public const string OptionMatches = "vendor.optionMatches";

    /// <summary>Whether scores are rounded; here they are exact, and rounded where they are shown (rule S20).</summary>
    public const string ScoreRounding = "vendor.scoreRounding";
}
