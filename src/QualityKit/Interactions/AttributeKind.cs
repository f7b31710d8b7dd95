namespace QualityKit.Interactions;

/// <summary>What the values of an attribute are.</summary>
public enum AttributeKind
{
    /// <summary>A text, compared exactly.</summary>
    Text = 0,

    /// <summary>A number.</summary>
    Number = 1,

    /// <summary>Yes or no.</summary>
    Flag = 2,

    /// <summary>An instant.</summary>
    Instant = 3,

    /// <summary>A person of the host's directory.</summary>
    Person = 4,
}
