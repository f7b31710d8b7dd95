using BatchScoring.Facts;
using QualityKit.Scoring;

namespace BatchScoring.Forms;

/// <summary>Answers a form from what a chat shows; every answer has a comment that tells the evidence. Pure.</summary>
internal static class AnswersFromFacts
{
    private const string Left = "the customer left before the end";

    /// <summary>Answers the questions that are asked.</summary>
    /// <param name="facts">What the chat shows.</param>
    /// <param name="asked">The keys of the questions of the form.</param>
    public static AnswerSheet Answer(ObservedFacts facts, IReadOnlySet<string> asked) =>
        AnswerSheet.Of(All(facts).Where(found => asked.Contains(found.Question)).Select(found => found.ToEntry()));

    private static IEnumerable<Finding> All(ObservedFacts facts) =>
    [
        Seen(Keys.Greeting, facts.Greeting, "the first reply is no greeting"),
        Name(facts),
        Calm(facts),
        Confirmed(facts),
        Identity(facts),
        Finding.YesNo(Keys.Refused, facts.WasRefused, facts.WasRefused ? "a system's answer before a reply" : "no system's answer before a reply"),
        .. Told(facts),
        Solved(facts),
        FurtherHelp(facts),
        Goodbye(facts),
        Waited(Keys.FirstReply, facts.FirstWait),
        Waited(Keys.SlowestReply, facts.LongestWait),
    ];

    private static Finding Name(ObservedFacts facts) =>
        facts.NameAsked is { } seen ? Finding.YesNo(Keys.Name, true, seen.ToString())
        : !facts.NeedsName ? Finding.NotApplicable(Keys.Name, "no task of this chat needs a name")
        : facts.NameGivenUnasked ? Finding.NotApplicable(Keys.Name, "the customer gave it unasked")
        : facts.CustomerLeft ? Finding.NotApplicable(Keys.Name, Left)
        : Finding.YesNo(Keys.Name, false, None(facts));

    private static Finding Calm(ObservedFacts facts) => facts.StayedCalm is { } calm
        ? Finding.YesNo(Keys.Calm, calm, "the customer's questionnaire")
        : Finding.NotApplicable(Keys.Calm, "the customer was not asked");

    private static Finding Confirmed(ObservedFacts facts) => facts.HasBooked
        ? Seen(Keys.Confirmed, facts.BookingConfirmed, "booked without asking")
        : Finding.NotApplicable(Keys.Confirmed, "nothing was booked");

    private static Finding Identity(ObservedFacts facts) => facts.AccountOpened is { } account
        ? Finding.YesNo(Keys.Identity, facts.IdentityChecked, $"{account}, {(facts.IdentityChecked ? "after" : "without")} a sufficient check")
        : Finding.NotApplicable(Keys.Identity, "no account was opened");

    // Asked only after a refusal: an answer to a hidden question would be kept and not counted.
    private static IEnumerable<Finding> Told(ObservedFacts facts) =>
        facts.WasRefused ? [Seen(Keys.RefusalTold, facts.RefusalTold, "no reply after the refusal does")] : [];

    private static Finding Solved(ObservedFacts facts) => facts switch
    {
        { TasksAsked: 0 } => Finding.NotApplicable(Keys.Solved, "the customer was not asked"),
        { IsHappyPath: false } => Finding.NotApplicable(Keys.Solved, "the request was not meant to go through"),
        _ => Finding.Choice(
            Keys.Solved,
            facts.TasksDone == facts.TasksAsked ? "yes" : facts.TasksDone == 0 ? "no" : "partly",
            $"the customer's questionnaire: {facts.TasksDone} of {facts.TasksAsked} done"),
    };

    private static Finding FurtherHelp(ObservedFacts facts) =>
        facts.FurtherHelpOffered is { } seen ? Finding.YesNo(Keys.FurtherHelp, true, seen.ToString())
        : facts.CustomerLeft ? Finding.NotApplicable(Keys.FurtherHelp, Left)
        : facts.EndsByItself ? Finding.NotApplicable(Keys.FurtherHelp, "the scenario ends by itself")
        : Finding.YesNo(Keys.FurtherHelp, false, None(facts));

    private static Finding Goodbye(ObservedFacts facts) =>
        facts.Goodbye is { } seen ? Finding.YesNo(Keys.Goodbye, true, seen.ToString())
        : facts.CustomerLeft ? Finding.NotApplicable(Keys.Goodbye, Left)
        : facts.ClosedOnOffer ? Finding.NotApplicable(Keys.Goodbye, "the customer closed the chat on an offer of further help")
        : Finding.YesNo(Keys.Goodbye, false, None(facts));

    private static Finding Waited(string question, Wait? wait) => wait is not null
        ? Finding.Number(question, Math.Min(wait.Seconds, Keys.LongestSeconds), $"reply {wait.Reply}, by the times of the messages")
        : Finding.NotApplicable(question, "nobody waited for a reply, or the times are missing");

    private static string None(ObservedFacts facts) => facts.Replies == 1 ? "the only reply does not" : $"none of {facts.Replies} replies does";

    private static Finding Seen(string question, Sighting? sighting, string otherwise) =>
        Finding.YesNo(question, sighting is not null, sighting?.ToString() ?? otherwise);
}
