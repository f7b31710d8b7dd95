using System.Collections.Frozen;
using BatchScoring.Chats;
using BatchScoring.Facts;
using BatchScoring.Forms;
using BatchScoring.Reading;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace BatchScoring.Tallies;

/// <summary>From a line to its result: observe, answer, score. Pure.</summary>
internal sealed class ChatScorer(EvaluationForm form)
{
    private readonly FrozenSet<string> _asked = form.Questions.Select(question => question.Key).ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="QualityKit.Validation.ValidationFailedException">The form asks what a chat cannot answer, or in other options.</exception>
    public ChatResult Score(StarLine line) => line switch
    {
        { Damage: { } damage } => new DamagedLine { Line = line.Number, Damage = damage },
        { Chat: { Events.IsEmpty: true } chat } => Skip(line, chat, SkipReason.NoConversation),
        { Chat: { } chat } => Score(line, chat, Observer.Observe(chat)),
        _ => throw new ArgumentException("a line is a chat or damaged", nameof(line)),
    };

    private ChatResult Score(StarLine line, Chat chat, ObservedFacts facts)
    {
        if (facts.Replies == 0)
        {
            return Skip(line, chat, SkipReason.NoReply);
        }

        Scorecard card = Scorer.Score(form, AnswersFromFacts.Answer(facts, _asked));
        return card.Total is null
            ? Skip(line, chat, SkipReason.NothingApplies)
            : new ScoredChat { Line = line.Number, Chat = chat, Facts = facts, Card = card };
    }

    private static SkippedChat Skip(StarLine line, Chat chat, SkipReason reason) => new() { Line = line.Number, Chat = chat, Reason = reason };
}
