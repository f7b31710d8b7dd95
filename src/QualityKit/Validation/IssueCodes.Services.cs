namespace QualityKit.Validation;

/// <content>Services.</content>
public static partial class IssueCodes
{
    /// <summary>An evaluation is created with a form that was archived.</summary>
    public const string FormArchived = "QK6301";
}
