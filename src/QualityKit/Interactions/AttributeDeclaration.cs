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

    /// <summary>Whether it has one value at most; default no.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether it must have a value; default no.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether segments have it, and not the interaction; default no.</summary>
    public bool IsOfSegment { get; init; }
}
