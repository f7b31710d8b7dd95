namespace QualityKit.Interactions;

/// <summary>Names an interaction in the host's contact platform.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, as the host writes it.</param>
public readonly record struct InteractionId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}
