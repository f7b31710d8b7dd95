namespace QualityKit.Interactions;

/// <summary>What somebody said to being recorded and looked at.</summary>
public enum ConsentStatus
{
    /// <summary>Nobody knows.</summary>
    Unknown = 0,

    /// <summary>Yes.</summary>
    Given = 1,

    /// <summary>No.</summary>
    Refused = 2,

    /// <summary>Yes, and later no.</summary>
    Withdrawn = 3,
}
