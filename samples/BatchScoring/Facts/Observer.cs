using System.Collections.Immutable;
using BatchScoring.Chats;

namespace BatchScoring.Facts;

/// <summary>Reads the facts off a chat. Pure.</summary>
internal static class Observer
{
    public static ObservedFacts Observe(Chat chat)
    {
        var timeline = new Timeline(chat.Events);
        var survey = new Survey(chat.Survey);
        Sighting? account = timeline.First(AgentWords.OpensAccount);
        return new()
        {
            Domains = chat.Scenario.Domains.Length,
            IsHappyPath = chat.Scenario.IsHappyPath,
            CustomerLeft = !chat.IsComplete,
            Replies = timeline.Replies.Length,
            TypedReplies = timeline.Replies.Count(reply => reply.Turn.IsTyped),
            Greeting = timeline.First(AgentWords.Greets) is { Reply: 1 } greeting ? greeting : null,
            NeedsName = chat.Scenario.Tasks.Any(TaskTraits.NeedsName),
            NameAsked = timeline.First(AgentWords.AsksName),
            NameGivenUnasked = chat.Events.OfType<Turn>().Any(turn => !turn.IsAgent && CustomerWords.GivesName(turn)),
            HasBooked = timeline.FirstBooking is not null,
            BookingConfirmed = timeline.First(AgentWords.AsksToConfirm, before: timeline.FirstBooking),
            AccountOpened = account,
            IdentityChecked = timeline.Queries(before: account).Any(BankRules.Identifies),
            WasRefused = timeline.FirstRefusal is not null,
            RefusalTold = timeline.FirstRefusal is { } refusal ? timeline.First(AgentWords.TellsRefusal, after: refusal) : null,
            FurtherHelpOffered = timeline.First(AgentWords.OffersFurtherHelp),
            EndsByItself = chat.Scenario.Tasks.Length > 0 && chat.Scenario.Tasks.All(TaskTraits.EndsByItself),
            Goodbye = timeline.First(AgentWords.SaysGoodbye),
            ClosedOnOffer = timeline.LastWord is { } last && AgentWords.OffersFurtherHelp(last),
            FirstWait = timeline.Waits.FirstOrDefault(),
            LongestWait = timeline.Waits.MaxBy(wait => wait.Seconds),
            StayedCalm = survey.StayedCalm,
            TasksDone = survey.Tasks.Count(answer => answer.IsYes),
            TasksAsked = survey.Tasks.Length,
        };
    }
}
