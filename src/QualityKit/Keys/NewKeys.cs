using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>How a key comes into a ring.</summary>
internal static class NewKeys
{
    /// <summary>Adds a key that is pending, or active in place of the one that was.</summary>
    public static KeyOutcome Add(KeySituation at, KeyMaterial material, KeyState state)
    {
        if (!material.IsFor(at.Ring.Root))
        {
            return KeyOutcome.Refused(IssueCodes.KeyMaterialIncomplete, ("key", material.Id), ("root", at.Ring.Root));
        }

        var key = new RingKey
        {
            Id = material.Id,
            Number = at.Ring.Keys.Length + 1,
            State = KeyState.Pending,
            CreatedAt = at.Now,
            ActivateFrom = state == KeyState.Active ? at.Now : at.Now + at.Policy.VisibilityDelay,
            StateSince = at.Now,
            Wraps = material.Wraps,
            CheckValue = material.CheckValue.ToArray(),
        };
        var created = new KeyFact { Code = KeyFactCodes.Created, Key = key.Id };
        KeyRing ring = at.Ring.Plus(key);
        return state == KeyState.Active ? Activate(ring, key, at.Now, created) : KeyOutcome.Changed(ring, created with { Until = key.ActivateFrom });
    }

    /// <summary>Makes a key the active one; the one that was unwraps only.</summary>
    public static KeyOutcome Activate(KeyRing ring, RingKey key, DateTimeOffset now, params ReadOnlySpan<KeyFact> before)
    {
        List<KeyFact> facts = [.. before];
        if (ring.Active is { } active)
        {
            ring = ring.With(active.In(KeyState.DecryptOnly, now));
            facts.Add(new() { Code = KeyFactCodes.Superseded, Key = active.Id });
        }

        facts.Add(new() { Code = KeyFactCodes.Activated, Key = key.Id });
        return KeyOutcome.Changed(ring.With(key.In(KeyState.Active, now)), [.. facts]);
    }
}
