namespace QualityKit.Access;

/// <summary>What an entry of the access log says of.</summary>
public enum AccessLogAct
{
    /// <summary>Somebody was denied what they tried.</summary>
    Denied = 0,

    /// <summary>Somebody was shown one thing with personal content.</summary>
    Read = 1,

    /// <summary>Somebody was shown a list, or a part of one.</summary>
    Listed = 2,

    /// <summary>Entries were removed because their time was over.</summary>
    Removed = 3,
}
