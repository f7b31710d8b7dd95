namespace QualityKit.Access;

/// <summary>Somebody may not do what they tried.</summary>
public sealed class AccessDeniedException : Exception
{
    /// <summary>Creates the exception for a decision.</summary>
    public AccessDeniedException(AccessDecision decision)
        : base(TextOf(decision)) => Decision = decision;

    /// <summary>The decision, with its reason.</summary>
    public AccessDecision Decision { get; }

    private static string TextOf(AccessDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.ToText();
    }
}
