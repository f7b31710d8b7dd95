namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>A rating has a value that is not in the declared scale.</summary>
    public const string RatingOutsideScale = "QK7001";

    /// <summary>A rater rated a unit twice.</summary>
    public const string RatedTwice = "QK7002";

    /// <summary>A rating is not a number, or too large to be squared.</summary>
    public const string UnusableRating = "QK7003";

    /// <summary>A row of ratings is longer or shorter than the first.</summary>
    public const string RatingRowOfOtherLength = "QK7004";

    /// <summary>There are more issues with ratings than are listed.</summary>
    public const string MoreRatingIssues = "QK7005";
}
