namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>A period ends before it begins, or at once.</summary>
    public const string UnitPeriodEmpty = "QK6001";

    /// <summary>A period begins before the one before it ends.</summary>
    public const string UnitPeriodsOverlap = "QK6002";

    /// <summary>There is a gap between two periods.</summary>
    public const string UnitPeriodGap = "QK6003";

    /// <summary>An attribute was declared twice.</summary>
    public const string AttributeTwice = "QK6101";

    /// <summary>An attribute was not declared.</summary>
    public const string UnknownAttribute = "QK6102";

    /// <summary>A value is of another kind than was declared.</summary>
    public const string AttributeKindMismatch = "QK6103";

    /// <summary>An attribute is compared whose values have no order.</summary>
    public const string AttributeWithoutOrder = "QK6104";
}
