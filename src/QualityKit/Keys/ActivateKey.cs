using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Makes the pending key the active one, once every node has had time to see it.</summary>
public sealed record ActivateKey : KeyCommand
{
    /// <summary>The pending key.</summary>
    public required RingKeyId Key { get; init; }

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Find(Key) switch
    {
        null => KeyOutcome.Refused(IssueCodes.KeyUnknown, ("key", Key)),
        { State: KeyState.Active or KeyState.DecryptOnly } => KeyOutcome.Unchanged(at.Ring),
        { State: KeyState.Pending } early when at.Now < early.ActivateFrom => KeyOutcome.Refused(IssueCodes.KeyNotSeenYet, ("key", Key), ("until", Canonical.InstantText.Write(early.ActivateFrom))),
        { State: KeyState.Pending } key => NewKeys.Activate(at.Ring, key, at.Now),
        { } other => KeyOutcome.Refused(IssueCodes.KeyStateForbids, ("key", Key), ("state", KeyText.Of(other.State))),
    };
}
