namespace QualityKit.Privacy;

/// <summary>A field of a stored document that is about a person.</summary>
public sealed record PersonalField
{
    /// <summary>Where it is, as a JSON pointer in which <c>*</c> stands for every element or member.</summary>
    public required string Pointer { get; init; }

    /// <summary>Whom it is about or by.</summary>
    public required PersonalKind Kind { get; init; }
}
