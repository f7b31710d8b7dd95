using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Cancels a destruction that waits; the key is retired, and all approvals are void.</summary>
public sealed record CancelDestruction : KeyCommand
{
    /// <summary>Which key.</summary>
    public required RingKeyId Key { get; init; }

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Find(Key) switch
    {
        null => KeyOutcome.Refused(IssueCodes.KeyUnknown, ("key", Key)),
        { State: KeyState.Retired } => KeyOutcome.Unchanged(at.Ring),
        { State: KeyState.Destroying } key => KeyOutcome.Changed(
            at.Ring.With(key.In(KeyState.Retired, at.Now) with { Destruction = null }), new KeyFact { Code = KeyFactCodes.DestructionCancelled, Key = Key }),
        { } other => KeyOutcome.Refused(IssueCodes.KeyStateForbids, ("key", Key), ("state", KeyText.Of(other.State))),
    };
}
