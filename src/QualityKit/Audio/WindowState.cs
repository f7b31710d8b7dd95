namespace QualityKit.Audio;

/// <summary>What a channel does in a window.</summary>
internal enum WindowState : byte
{
    /// <summary>Nobody is heard.</summary>
    Silence,

    /// <summary>Somebody is heard.</summary>
    Talk,

    /// <summary>Nothing was recorded.</summary>
    Unknown,
}
