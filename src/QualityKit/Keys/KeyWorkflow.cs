using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>The life of a tenant's keys as pure functions: docs/key-ring.md is its specification.</summary>
public static class KeyWorkflow
{
    /// <summary>What a command makes of a ring.</summary>
    /// <param name="ring">The ring, as it was read.</param>
    /// <param name="command">The command.</param>
    /// <param name="actor">Who acts, or which machine.</param>
    /// <param name="policy">How keys live here.</param>
    /// <param name="now">The time.</param>
    /// <returns>The change, without facts when it had been done before; or every reason why not.</returns>
    /// <exception cref="ArgumentException">The actor is of another tenant.</exception>
    public static Validated<KeyRingChange> Apply(KeyRing ring, KeyCommand command, Actor actor, KeyPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(policy);
        if (actor.Tenant != ring.Tenant)
        {
            throw new ArgumentException($"is of `{actor.Tenant}`, the ring of `{ring.Tenant}`", nameof(actor));
        }

        KeyOutcome outcome = ring.Shred is null || command.IsOfShred ? command.Apply(new(ring, actor, policy, now)) : KeyOutcome.Refused(IssueCodes.RingFenced);
        return outcome.Ring is null
            ? new(null, outcome.Issues)
            : new(new() { Ring = outcome.Facts.IsEmpty ? ring : outcome.Ring.Next(), Facts = outcome.Facts }, []);
    }

    /// <summary>What a ring waits for now; null when for nothing, and while all keys wait to be destroyed or were. A job asks, and sends the command.</summary>
    /// <param name="ring">The ring.</param>
    /// <param name="policy">How keys live here.</param>
    /// <param name="now">The time.</param>
    public static KeyStep? NextStep(KeyRing ring, KeyPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(policy);
        return (ring.Active, ring.Pending) switch
        {
            _ when ring.Shred is not null => null,
            (null, _) => new() { Kind = KeyStepKind.Rotate },
            (_, { } pending) => now >= pending.ActivateFrom ? new() { Kind = KeyStepKind.Activate, Key = pending.Id } : null,
            ({ } active, _) when now - active.StateSince >= policy.RotationInterval => new() { Kind = KeyStepKind.Rotate, Key = active.Id },
            _ => null,
        };
    }
}
