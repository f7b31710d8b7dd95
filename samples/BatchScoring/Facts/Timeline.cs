using System.Collections.Immutable;
using BatchScoring.Chats;

namespace BatchScoring.Facts;

/// <summary>The events of a chat with the agent's replies numbered and the customer's waits measured.</summary>
internal sealed class Timeline
{
    private readonly ImmutableArray<ChatEvent> _events;

    public Timeline(ImmutableArray<ChatEvent> events)
    {
        _events = events;
        Replies =
        [
            .. events.Index().Where(entry => entry.Item is Turn { IsAgent: true })
                .Select((entry, number) => new Reply(number + 1, entry.Index, (Turn)entry.Item)),
        ];
        Waits = [.. MeasureWaits()];
    }

    public ImmutableArray<Reply> Replies { get; }

    /// <summary>Each reply that somebody waited for.</summary>
    public ImmutableArray<Wait> Waits { get; }

    /// <summary>The position of the first booking; null for none.</summary>
    public int? FirstBooking => PositionOf(@event => @event is Query { IsBooking: true });

    /// <summary>The position of the first refusal by the systems behind the chat that an agent could not get around before the
    /// next reply; null for none.</summary>
    public int? FirstRefusal => Replies.Select(reply => LastResultBefore(reply.Position))
        .FirstOrDefault(position => position is { } known && Refusals.IsRefusal((QueryResult)_events[known]));

    /// <summary>The last reply of a chat in which the agent had the last word; null otherwise.</summary>
    public Turn? LastWord => _events.OfType<Turn>().LastOrDefault() is { IsAgent: true } turn ? turn : null;

    /// <summary>The first reply that does something, between two positions.</summary>
    public Sighting? First(Func<Turn, bool> does, int? after = null, int? before = null) =>
        Replies.Where(reply => (after is null || reply.Position > after) && (before is null || reply.Position < before))
            .FirstOrDefault(reply => does(reply.Turn)) is { } seen ? new(seen.Number, seen.Turn.Label) : null;

    /// <summary>What was asked of the systems behind the chat before a reply; everything when there is no such reply.</summary>
    public IEnumerable<Query> Queries(Sighting? before) =>
        _events.Take(before is null ? _events.Length : Replies[before.Reply - 1].Position).OfType<Query>();

    private int? LastResultBefore(int reply)
    {
        for (int position = reply - 1; position >= 0 && _events[position] is not Turn; position--)
        {
            if (_events[position] is QueryResult)
            {
                return position;
            }
        }

        return null;
    }

    private int? PositionOf(Func<ChatEvent, bool> isIt) =>
        _events.Index().Where(entry => isIt(entry.Item)).Select(entry => (int?)entry.Index).FirstOrDefault();

    private IEnumerable<Wait> MeasureWaits()
    {
        long? since = null;
        int replies = 0;
        foreach (Turn turn in _events.OfType<Turn>())
        {
            replies += turn.IsAgent ? 1 : 0;
            if (!turn.IsAgent)
            {
                since ??= turn.At;
            }
            else if (since is { } asked && turn.At is { } answered)
            {
                since = null;
                yield return new(replies, Math.Max(0, answered - asked));
            }
        }
    }
}
