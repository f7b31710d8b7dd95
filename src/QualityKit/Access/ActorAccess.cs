using QualityKit.People;

namespace QualityKit.Access;

/// <summary>Somebody before something: what they may do with it, whatever they ask.</summary>
public sealed class ActorAccess
{
    private readonly AccessPolicy _policy;

    internal ActorAccess(AccessPolicy policy, Actor actor, AccessTarget target)
    {
        _policy = policy;
        Actor = actor;
        Target = target;
    }

    /// <summary>Who asks.</summary>
    public Actor Actor { get; }

    /// <summary>What for.</summary>
    public AccessTarget Target { get; }

    /// <summary>Whether they may, and why.</summary>
    public AccessDecision Decide(Permission permission) => AccessRules.Decide(_policy, Actor, permission, Target);

    /// <summary>Goes on only if they may.</summary>
    /// <exception cref="AccessDeniedException">They may not.</exception>
    public void Demand(Permission permission)
    {
        AccessDecision decision = Decide(permission);
        if (!decision.IsAllowed)
        {
            throw new AccessDeniedException(decision);
        }
    }
}
