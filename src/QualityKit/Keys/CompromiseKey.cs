using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Says that somebody else may know a key. When it is the active one, another becomes active in the same change.</summary>
public sealed record CompromiseKey : KeyCommand
{
    /// <summary>Which key.</summary>
    public required RingKeyId Key { get; init; }

    /// <summary>The key that follows, where it is the active one; null for the pending key.</summary>
    public KeyMaterial? Successor { get; init; }

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Find(Key) switch
    {
        null => KeyOutcome.Refused(IssueCodes.KeyUnknown, ("key", Key)),
        { State: KeyState.Compromised } => KeyOutcome.Unchanged(at.Ring),
        { State: KeyState.Destroying or KeyState.Destroyed } other => KeyOutcome.Refused(IssueCodes.KeyStateForbids, ("key", Key), ("state", KeyText.Of(other.State))),
        { State: KeyState.Active } active => Followed(at, active),
        { } key => KeyOutcome.Changed(at.Ring.With(Compromised(key, at.Now)), Fact),
    };

    private KeyFact Fact => new() { Code = KeyFactCodes.Compromised, Key = Key };

    private static RingKey Compromised(RingKey key, DateTimeOffset now) => key.In(KeyState.Compromised, now) with { WasCompromised = true };

    private KeyOutcome Followed(KeySituation at, RingKey active)
    {
        KeyOutcome followed = (Successor, at.Ring.Pending) switch
        {
            (null, null) => KeyOutcome.Refused(IssueCodes.CompromiseWithoutSuccessor, ("key", Key)),
            (null, { } pending) => NewKeys.Activate(at.Ring, pending, at.Now),
            ({ } material, _) when at.Ring.Find(material.Id) is not null => KeyOutcome.Refused(IssueCodes.KeyNameTaken, ("key", material.Id)),
            ({ } material, _) => NewKeys.Add(at, material, KeyState.Active),
        };
        return followed.Ring is null
            ? followed
            : KeyOutcome.Changed(followed.Ring.With(Compromised(active, at.Now)), [.. followed.Facts.Where(fact => fact.Code != KeyFactCodes.Superseded), Fact]);
    }
}
