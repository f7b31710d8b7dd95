using QualityKit.Access;
using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Services;

/// <summary>Works out what an actor may do, each time anew: with today's membership and the rules as they are now.</summary>
internal sealed class AccessDesk(IAccessPolicies policies, IPeopleDirectory people, IInteractionSource? interactions)
{
    /// <summary>The rules of each tenant, and with them the log of denials and reads.</summary>
    public IAccessPolicies Policies => policies;

    /// <summary>Begins an operation of an actor.</summary>
    public async ValueTask<AccessScope> OpenAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        AccessPolicy policy = await policies.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        return policy.Attributes.IsEmpty || interactions is not null
            ? new(policy, actor, now, people, interactions, policies)
            : throw new InvalidOperationException("the rules of access speak of attributes, and there is no source of interactions to hold them against");
    }
}
