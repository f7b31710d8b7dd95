using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Keys;

/// <summary>Exactly one version of one wrapping key. Never an alias: what it names today, it names for ever.</summary>
public sealed record KeyVersionId
{
    /// <summary>An id.</summary>
    /// <param name="key">The key, in the provider's own words: 1 to 512 bytes of UTF-8.</param>
    /// <param name="version">The version of it: 1 to 512 bytes of UTF-8.</param>
    /// <exception cref="ArgumentException">A part is empty, too long, or has a NUL or half a surrogate pair.</exception>
    public KeyVersionId(string key, string version)
    {
        StoreText.Guard(key, StoreLimits.KeyBytes, nameof(key));
        StoreText.Guard(version, StoreLimits.KeyBytes, nameof(version));
        (Key, Version) = (key, version);
    }

    /// <summary>The key, in the provider's own words.</summary>
    public string Key { get; }

    /// <summary>The version of it.</summary>
    public string Version { get; }

    /// <summary>Key and version.</summary>
    public override string ToString() => $"{Key}/{Version}";
}
