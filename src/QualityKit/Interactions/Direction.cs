namespace QualityKit.Interactions;

/// <summary>Who began.</summary>
public enum Direction
{
    /// <summary>The customer.</summary>
    Inbound = 0,

    /// <summary>The contact center.</summary>
    Outbound = 1,

    /// <summary>Both sides are of the contact center.</summary>
    Internal = 2,
}
