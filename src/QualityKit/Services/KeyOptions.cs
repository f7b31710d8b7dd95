using QualityKit.Keys;

namespace QualityKit.Services;

/// <summary>How the keys of tenants are kept.</summary>
public sealed class KeyOptions
{
    /// <summary>The secret that rings are authenticated with, from outside the database; without one nothing is encrypted.</summary>
    public RingSecret? Secret { get; set; }

    /// <summary>How keys live.</summary>
    public KeyPolicy Policy { get; set; } = new();
}
