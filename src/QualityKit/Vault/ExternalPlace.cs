namespace QualityKit.Vault;

/// <summary>Where media is kept that is not in the vault.</summary>
public sealed record ExternalPlace
{
    /// <summary>Who keeps it: the name of an <see cref="IExternalMedia"/>.</summary>
    public required string Place { get; init; }

    /// <summary>What it is called there: 1 to 128 bytes of UTF-8.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of its bytes, as 64 lower-case hexadecimal digits, where the host knows it: what is moved into the vault must have it. Null for not known.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Where.</summary>
    public override string ToString() => $"{Place}/{Key}";
}
