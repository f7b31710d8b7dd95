namespace QualityKit.Access;

/// <summary>What a role may do with the forms of a folder. Each level has those before it.</summary>
public enum DirectoryLevel
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Read forms, and evaluations made with them.</summary>
    Read = 1,

    /// <summary>Evaluate with them.</summary>
    Use = 2,

    /// <summary>Change them.</summary>
    Change = 3,
}
