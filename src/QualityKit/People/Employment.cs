namespace QualityKit.People;

/// <summary>Whether somebody works here.</summary>
public enum Employment
{
    /// <summary>Works here.</summary>
    Employed = 0,

    /// <summary>Works here and is away for long, on leave for instance.</summary>
    OnLeave = 1,

    /// <summary>Has left.</summary>
    Left = 2,
}
