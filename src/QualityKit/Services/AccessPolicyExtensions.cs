using QualityKit.Access;
using QualityKit.People;

namespace QualityKit.Services;

/// <summary>An actor before what is about nobody in particular: a tenant as a whole, or a folder of forms.</summary>
internal static class AccessPolicyExtensions
{
    /// <summary>The actor before a tenant, or before a folder of forms.</summary>
    public static ActorAccess Before(this AccessPolicy policy, Actor actor, string? directory = null) =>
        AccessRules.For(policy, actor, new() { Tenant = actor.Tenant, Directory = directory });

    /// <summary>Asks for a permission before a tenant, or before a folder of forms, by the rules as they are now.</summary>
    /// <exception cref="AccessDeniedException">The actor has no right to it; that was told to the log.</exception>
    public static ValueTask DemandAsync(this IAccessPolicies policies, Actor actor, Permission permission, string? directory, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return policies.DemandAsync(actor, permission, directory, ("tenant", actor.Tenant.Value), cancellationToken);
    }

    /// <summary>The same for something in particular, which the log names.</summary>
    /// <exception cref="AccessDeniedException">The actor has no right to it; that was told to the log.</exception>
    public static async ValueTask DemandAsync(
        this IAccessPolicies policies, Actor actor, Permission permission, string? directory, (string Kind, string? Id) thing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        AccessDecision decision = (await policies.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false)).Before(actor, directory).Decide(permission);
        if (!decision.IsAllowed)
        {
            await policies.DeniedAsync(actor, thing, decision, cancellationToken).ConfigureAwait(false);
            throw new AccessDeniedException(decision);
        }
    }
}
