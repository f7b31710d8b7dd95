namespace QualityKit.People;

/// <summary>Names a team in the host's directory.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, as the host writes it.</param>
public readonly record struct TeamId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}
