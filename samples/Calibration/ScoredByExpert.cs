using System.Globalization;
using BatchScoring.Chats;
using BatchScoring.Facts;
using BatchScoring.Forms;
using QualityKit.Scoring;

namespace CalibrationDay;

/// <summary>A chat, and the answers that the rules of BatchScoring find in it: they are the expert.</summary>
internal sealed record ScoredByExpert(string Id, ObservedFacts Facts, AnswerSheet Answers)
{
    private static readonly HashSet<string> Asked = [.. ChatForm.Default.Questions.Select(question => question.Key)];

    /// <summary>Null for a chat in which the agent said nothing.</summary>
    public static ScoredByExpert? Of(Chat chat)
    {
        ObservedFacts facts = Observer.Observe(chat);
        return facts.Replies == 0
            ? null
            : new($"chat-{chat.DialogueId.ToString(CultureInfo.InvariantCulture)}", facts, AnswersFromFacts.Answer(facts, Asked));
    }
}
