using System.Collections.Immutable;
using QualityKit.Interactions;

namespace QualityKit.Retention;

/// <summary>What one sweep does with each interaction.</summary>
public sealed record SweepPlan
{
    /// <summary>Why nothing is deleted until a person confirms.</summary>
    public required SweepPause Pause { get; init; }

    /// <summary>To delete now; none while it pauses.</summary>
    public required ImmutableArray<InteractionId> Delete { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>To mark as due: they are deleted by a sweep 72 hours later, unless somebody revokes it.</summary>
    public required ImmutableArray<InteractionId> Mark { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Marked, and not due any more: the mark goes.</summary>
    public required ImmutableArray<InteractionId> Unmark { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Due, and held: skipped, and kept as they are.</summary>
    public required ImmutableArray<InteractionId> Held { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many would be deleted if it did not pause.</summary>
    public required int Ready { get; init; }

    /// <summary>Plans a sweep. It only plans: whoever carries it out requires the hold register under which the decisions were made.</summary>
    /// <param name="items">Every interaction that is due or was marked.</param>
    /// <param name="conditions">What it has to keep to.</param>
    public static SweepPlan Of(IEnumerable<SweepItem> items, SweepConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(conditions);
        ILookup<Fate, InteractionId> fates = items.DistinctBy(item => item.Interaction).ToLookup(item => FateOf(item, conditions.Now), item => item.Interaction);
        int ready = fates[Fate.Delete].Count();
        SweepPause pause = conditions.IsConfirmed ? SweepPause.None
            : conditions.IsClockOff ? SweepPause.ClockOff
            : ready > Math.Ceiling(conditions.Total * conditions.Limit) ? SweepPause.OverLimit
            : SweepPause.None;
        return new()
        {
            Pause = pause,
            Ready = ready,
            Delete = pause == SweepPause.None ? [.. fates[Fate.Delete]] : [],
            Mark = pause == SweepPause.ClockOff ? [] : [.. fates[Fate.Mark]],
            Unmark = [.. fates[Fate.Unmark]],
            Held = [.. fates[Fate.Held]],
        };
    }

    // A mark of later than now was made by a clock that was ahead: it counts for nothing.
    private static Fate FateOf(SweepItem item, DateTimeOffset now)
    {
        bool isDue = item.Decision.Due <= now && item.Decision.Errors.IsEmpty;
        return !isDue ? item.MarkedAt is null ? Fate.Keep : Fate.Unmark
            : !item.Decision.Holds.IsEmpty ? Fate.Held
            : item.MarkedAt is not { } marked || marked > now ? Fate.Mark
            : now - marked >= SweepConditions.Wait ? Fate.Delete
            : Fate.Keep;
    }

    private enum Fate
    {
        Keep,
        Mark,
        Unmark,
        Held,
        Delete,
    }
}
