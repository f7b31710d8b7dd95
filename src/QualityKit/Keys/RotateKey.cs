using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Makes the key that follows the active one, or the first key of a ring. It names what it replaces, so that two nodes that rotate at once rotate once.</summary>
public sealed record RotateKey : KeyCommand
{
    /// <summary>The active key; null for the first key of a ring.</summary>
    public required RingKeyId? Replaces { get; init; }

    /// <summary>The new key.</summary>
    public required KeyMaterial Material { get; init; }

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Find(Material.Id) is { } same ? Again(at, same) : Replaces switch
    {
        null when !at.Ring.Keys.IsEmpty => KeyOutcome.Refused(IssueCodes.RotationNamesNothing, ("key", at.Ring.Active!.Id)),
        null => NewKeys.Add(at, Material, KeyState.Active),
        { } replaced when at.Ring.Find(replaced) is not { } key => KeyOutcome.Refused(IssueCodes.KeyUnknown, ("key", replaced)),
        { } replaced when at.Ring.Find(replaced)!.State == KeyState.Pending => KeyOutcome.Refused(IssueCodes.KeyStateForbids, ("key", replaced), ("state", KeyText.Of(KeyState.Pending))),
        { } replaced when at.Ring.Active!.Id != replaced || at.Ring.Pending is not null => KeyOutcome.Unchanged(at.Ring),
        _ => NewKeys.Add(at, Material, KeyState.Pending),
    };

    private KeyOutcome Again(KeySituation at, RingKey same) => same.CheckValue.Span.SequenceEqual(Material.CheckValue.Span)
        ? KeyOutcome.Unchanged(at.Ring)
        : KeyOutcome.Refused(IssueCodes.KeyNameTaken, ("key", Material.Id));
}
