using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Brings a retired key back, because something still needs it. One that was compromised is so again.</summary>
public sealed record ReinstateKey : KeyCommand
{
    /// <summary>Which key.</summary>
    public required RingKeyId Key { get; init; }

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Find(Key) switch
    {
        null => KeyOutcome.Refused(IssueCodes.KeyUnknown, ("key", Key)),
        { State: KeyState.DecryptOnly or KeyState.Compromised } => KeyOutcome.Unchanged(at.Ring),
        { State: KeyState.Retired } key => KeyOutcome.Changed(
            at.Ring.With(key.In(key.WasCompromised ? KeyState.Compromised : KeyState.DecryptOnly, at.Now)), new KeyFact { Code = KeyFactCodes.Reinstated, Key = Key }),
        { } other => KeyOutcome.Refused(IssueCodes.KeyStateForbids, ("key", Key), ("state", KeyText.Of(other.State))),
    };
}
