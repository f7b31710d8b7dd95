using System.Collections.Immutable;
using QualityKit.Interactions;

namespace QualityKit.Retention;

/// <summary>The legal holds of a tenant that are in force, as one revision. Whoever deletes must require the revision under which they looked.</summary>
public sealed class HoldRegister
{
    private HoldRegister(long revision, ImmutableArray<LegalHold> holds) => (Revision, Holds) = (revision, holds);

    /// <summary>The register of a tenant that has never had a hold: revision 0.</summary>
    public static HoldRegister Empty { get; } = new(0, []);

    /// <summary>How often holds were placed and released.</summary>
    public long Revision { get; }

    /// <summary>The holds in force, in the order in which they were placed.</summary>
    public ImmutableArray<LegalHold> Holds { get; }

    /// <summary>A register as it was stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="revision"/> is less than the number of holds.</exception>
    public static HoldRegister Of(long revision, IEnumerable<LegalHold> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        ImmutableArray<LegalHold> inForce = [.. holds];
        ArgumentOutOfRangeException.ThrowIfLessThan(revision, inForce.Length);
        return new(revision, inForce);
    }

    /// <summary>Places a hold. Placing one that is in force again changes nothing, and answers anew.</summary>
    /// <param name="hold">The hold, checked.</param>
    /// <param name="items">Every interaction that it may be about: those that it names, and those that its query was asked over.</param>
    /// <exception cref="ArgumentException">Another hold has the id.</exception>
    public HoldPlacement Place(LegalHold hold, IEnumerable<HeldItem> items)
    {
        ArgumentNullException.ThrowIfNull(hold);
        ArgumentNullException.ThrowIfNull(items);
        LegalHold? same = Holds.FirstOrDefault(one => one.Id == hold.Id);
        if (same is not null && !IsSame(same, hold))
        {
            throw new ArgumentException($"another hold has the id `{hold.Id}`", nameof(hold));
        }

        HeldItem[] all = [.. items];
        ILookup<bool, InteractionId> covered = all
            .Where(item => hold.Covers(item.Interaction, item.Attributes) || item.Marks.Contains(hold.Id))
            .ToLookup(item => item.IsShredded, item => item.Interaction);
        return new()
        {
            Register = same is null ? new(Revision + 1, Holds.Add(hold)) : this,
            Held = [.. covered[false].Distinct()],
            AlreadyShredded = [.. covered[true].Distinct()],
            Unknown = [.. hold.Interactions.Except(all.Select(item => item.Interaction))],
        };
    }

    /// <summary>Releases a hold, after which every earlier due date applies again. Releasing one that is not in force changes nothing.</summary>
    public HoldRegister Release(HoldId hold) =>
        Holds.Any(one => one.Id == hold) ? new(Revision + 1, Holds.RemoveAll(one => one.Id == hold)) : this;

    /// <summary>The holds on an interaction: those that cover it today, and those that once did and were not released.</summary>
    /// <returns>The ids, in the order in which the holds were placed; stored with the interaction as its marks.</returns>
    public ImmutableArray<HoldId> On(HeldItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return [.. Holds.Where(hold => item.Marks.Contains(hold.Id) || hold.Covers(item.Interaction, item.Attributes)).Select(hold => hold.Id)];
    }

    /// <summary>The revision and the number of holds.</summary>
    public override string ToString() => $"revision {Revision} of {Holds.Length} holds";

    private static bool IsSame(LegalHold one, LegalHold other) =>
        one with { Interactions = [] } == other with { Interactions = [] } && one.Interactions.SequenceEqual(other.Interactions);
}
