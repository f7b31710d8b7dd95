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

    /// <summary>A predictor of drivers has no name.</summary>
    public const string PredictorWithoutName = "QK7101";

    /// <summary>Two predictors of drivers have one name.</summary>
    public const string PredictorNamedTwice = "QK7102";

    /// <summary>A predictor has more or fewer values than the outcome.</summary>
    public const string PredictorOfOtherLength = "QK7103";

    /// <summary>A value of an outcome or a predictor is not a number, or too large to be squared.</summary>
    public const string UnusableDriverValue = "QK7104";
}
