namespace QualityKit.Privacy;

/// <summary>What somebody asks for about themselves.</summary>
public enum SubjectRequestKind
{
    /// <summary>A copy of everything.</summary>
    Export = 0,

    /// <summary>That everything personal is erased. Scores still count, and the audit still verifies.</summary>
    Erase = 1,
}
