namespace QualityKit.Validation;

/// <summary>The code of every issue. A code never changes its meaning; docs/issue-codes.md says what to do about each.</summary>
public static partial class IssueCodes
{
}
