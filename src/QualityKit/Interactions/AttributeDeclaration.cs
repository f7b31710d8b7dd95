namespace QualityKit.Interactions;

/// <summary>What a host says of an attribute before it uses it.</summary>
public sealed record AttributeDeclaration
{
    /// <summary>Its name, such as <c>queue</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What its values are.</summary>
    public required AttributeKind Kind { get; init; }

    /// <summary>Whether it is about a customer, so that it is kept apart and can be erased; default no.</summary>
    public bool IsPersonal { get; init; }
}
