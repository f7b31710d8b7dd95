namespace QualityKit.Storage.Documents;

/// <summary>Whose data it is. Nothing is read or written without one, and no read crosses from one to another.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, no NUL, no lone surrogate.</param>
public readonly record struct TenantId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value;
}
