namespace QualityKit.People;

/// <summary>How far a permission goes: from oneself to everyone of the tenant.</summary>
public enum Reach
{
    /// <summary>What is about oneself.</summary>
    Own = 0,

    /// <summary>What one works on, or what nobody was named to work on.</summary>
    Assigned = 1,

    /// <summary>What is about people whom one supervises today.</summary>
    Teams = 2,

    /// <summary>Everything of the tenant.</summary>
    Everyone = 3,
}
