using QualityKit.Forms;
using QualityKit.Methods;

namespace BatchScoring.Forms;

/// <summary>The form that chats are scored with unless another is given.</summary>
internal static class ChatForm
{
    private static readonly string[] Compliance = ["compliance"];
    private static readonly string[] Courtesy = ["courtesy"];

    /// <summary>Below a 'yes' a critical question fails its group.</summary>
    private static readonly ScoringMethod Method = ScoringMethod.Default with { CriticalBelow = 100 };

    public static EvaluationForm Default { get; } = EvaluationForm.Draft("Chat quality")
        .ScoredBy(Method)
        .PassesAt(80)
        .Band("Excellent", 90).Band("Good", 80).Band("Fair", 60).Band("Poor", 0)
        .Group(
            "Opening",
            weight: 15,
            Ask.YesNo(QuestionKeys.Greeting, "Greeted the customer in the first reply?") with { Tags = [.. Courtesy] },
            Ask.YesNo(QuestionKeys.Name, "Asked for the customer's name?") with { AllowsNotApplicable = true, Tags = [.. Courtesy] })
        .Group(
            "Handling",
            weight: 30,
            Ask.YesNo(QuestionKeys.Calm, "Stayed calm and helpful, says the customer?") with
            {
                AllowsNotApplicable = true,
                IsCritical = true,
                FailureScope = FailureScope.OwnGroup,
                Weight = 2,
                Tags = [.. Courtesy],
            },
            Ask.YesNo(QuestionKeys.Confirmed, "Had the details confirmed before the first booking?") with
            {
                AllowsNotApplicable = true,
                Tags = [.. Compliance],
            },
            Ask.YesNo(QuestionKeys.Identity, "Identified the customer before opening an account?") with
            {
                AllowsNotApplicable = true,
                IsFatal = true,
                Weight = 2,
                Tags = [.. Compliance],
            })
        .Group(
            "Resolution",
            weight: 25,
            Ask.YesNo(QuestionKeys.Refused, "Did a system refuse something or find nothing?") with { IsExcluded = true },
            Ask.YesNo(QuestionKeys.RefusalTold, "Told the customer what could not be done?") with
            {
                VisibleWhen = When.Answered(QuestionKeys.Refused, "yes"),
            },
            Ask.Choice(QuestionKeys.Solved, "Got the request done, says the customer?", ("yes", 10), ("partly", 5), ("no", 0)) with
            {
                AllowsNotApplicable = true,
                Weight = 2,
            })
        .Group(
            "Closing",
            weight: 15,
            Ask.YesNo(QuestionKeys.FurtherHelp, "Offered further help?") with { AllowsNotApplicable = true, Tags = [.. Courtesy] },
            Ask.YesNo(QuestionKeys.Goodbye, "Said goodbye?") with { AllowsNotApplicable = true, Tags = [.. Courtesy] })
        .Group(
            "Timeliness",
            weight: 15,
            Seconds(QuestionKeys.FirstReply, "First reply after how many seconds?", (0, 30, 10), (31, 60, 7), (61, 120, 3), (121, QuestionKeys.LongestSeconds, 0)),
            Seconds(QuestionKeys.SlowestReply, "Slowest reply after how many seconds?", (0, 60, 10), (61, 120, 6), (121, 300, 2), (301, QuestionKeys.LongestSeconds, 0)))
        .Publish().Value;

    /// <summary>The next version, as a stricter manager would have it: 90 passes, and not staying calm fails the chat.</summary>
    public static EvaluationForm Stricter { get; } = (Default.Edit() with
    {
        Pass = PassRule.AtLeast(90),
        Groups = [.. Default.Groups.Select(group => group with { Items = [.. group.Items.Select(Sharpen)] })],
    }).Publish().Value;

    private static FormItem Sharpen(FormItem item) =>
        item is ChoiceQuestion { IsCritical: true } question ? question with { IsCritical = false, IsFatal = true, FailureScope = FailureScope.Form } : item;

    private static NumberQuestion Seconds(string key, string text, params (decimal From, decimal To, decimal Points)[] ranges) =>
        Ask.Number(key, text, ranges) with { AllowsNotApplicable = true };
}
