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
        Seen(QuestionKeys.Greeting, facts.Greeting, "the first reply is no greeting"),
        Name(facts),
        Calm(facts),
        Confirmed(facts),
        Identity(facts),
        Finding.YesNo(QuestionKeys.Refused, facts.WasRefused, facts.WasRefused ? "a system's answer before a reply" : "no system's answer before a reply"),
        .. Told(facts),
        Solved(facts),
        FurtherHelp(facts),
        Goodbye(facts),
        Waited(QuestionKeys.FirstReply, facts.FirstWait),
        Waited(QuestionKeys.SlowestReply, facts.LongestWait),
    ];

    private static Finding Name(ObservedFacts facts) =>
        facts.NameAsked is { } seen ? Finding.YesNo(QuestionKeys.Name, true, seen.ToString())
        : !facts.NeedsName ? Finding.NotApplicable(QuestionKeys.Name, "no task of this chat needs a name")
        : facts.NameGivenUnasked ? Finding.NotApplicable(QuestionKeys.Name, "the customer gave it unasked")
        : facts.CustomerLeft ? Finding.NotApplicable(QuestionKeys.Name, Left)
        : Finding.YesNo(QuestionKeys.Name, false, None(facts));

    private static Finding Calm(ObservedFacts facts) => facts.StayedCalm is { } calm
        ? Finding.YesNo(QuestionKeys.Calm, calm, "the customer's questionnaire")
        : Finding.NotApplicable(QuestionKeys.Calm, "the customer was not asked");

    private static Finding Confirmed(ObservedFacts facts) => facts.HasBooked
        ? Seen(QuestionKeys.Confirmed, facts.BookingConfirmed, "booked without asking")
        : Finding.NotApplicable(QuestionKeys.Confirmed, "nothing was booked");

    private static Finding Identity(ObservedFacts facts) => facts.AccountOpened is { } account
        ? Finding.YesNo(QuestionKeys.Identity, facts.IdentityChecked, $"{account}, {(facts.IdentityChecked ? "after" : "without")} a sufficient check")
        : Finding.NotApplicable(QuestionKeys.Identity, "no account was opened");

    // Asked only after a refusal: an answer to a hidden question would be kept and not counted.
    private static IEnumerable<Finding> Told(ObservedFacts facts) =>
        facts.WasRefused ? [Seen(QuestionKeys.RefusalTold, facts.RefusalTold, "no reply after the refusal does")] : [];

    private static Finding Solved(ObservedFacts facts) => facts switch
    {
        { TasksAsked: 0 } => Finding.NotApplicable(QuestionKeys.Solved, "the customer was not asked"),
        { IsHappyPath: false } => Finding.NotApplicable(QuestionKeys.Solved, "the request was not meant to go through"),
        _ => Finding.Choice(
            QuestionKeys.Solved,
            facts.TasksDone == facts.TasksAsked ? "yes" : facts.TasksDone == 0 ? "no" : "partly",
            $"the customer's questionnaire: {facts.TasksDone} of {facts.TasksAsked} done"),
    };

    private static Finding FurtherHelp(ObservedFacts facts) =>
        facts.FurtherHelpOffered is { } seen ? Finding.YesNo(QuestionKeys.FurtherHelp, true, seen.ToString())
        : facts.CustomerLeft ? Finding.NotApplicable(QuestionKeys.FurtherHelp, Left)
        : facts.EndsByItself ? Finding.NotApplicable(QuestionKeys.FurtherHelp, "the scenario ends by itself")
        : Finding.YesNo(QuestionKeys.FurtherHelp, false, None(facts));

    private static Finding Goodbye(ObservedFacts facts) =>
        facts.Goodbye is { } seen ? Finding.YesNo(QuestionKeys.Goodbye, true, seen.ToString())
        : facts.CustomerLeft ? Finding.NotApplicable(QuestionKeys.Goodbye, Left)
        : facts.ClosedOnOffer ? Finding.NotApplicable(QuestionKeys.Goodbye, "the customer closed the chat on an offer of further help")
        : Finding.YesNo(QuestionKeys.Goodbye, false, None(facts));

    private static Finding Waited(string question, Wait? wait) => wait is not null
        ? Finding.Number(question, Math.Min(wait.Seconds, QuestionKeys.LongestSeconds), $"reply {wait.Reply}, by the times of the messages")
        : Finding.NotApplicable(question, "nobody waited for a reply, or the times are missing");

    private static string None(ObservedFacts facts) => facts.Replies == 1 ? "the only reply does not" : $"none of {facts.Replies} replies does";

    private static Finding Seen(string question, Sighting? sighting, string otherwise) =>
        Finding.YesNo(question, sighting is not null, sighting?.ToString() ?? otherwise);
}
