namespace QualityKit.Statistics;

/// <summary>What a unit brings to alpha.</summary>
/// <param name="Ratings">How many ratings it has.</param>
/// <param name="Times">For how many units it stands.</param>
/// <param name="Within">The sum of squared distances over ordered pairs of its ratings.</param>
/// <param name="ToAll">The sum over its ratings of the mean squared distance to all ratings.</param>
internal readonly record struct AlphaPart(int Ratings, long Times, double Within, double ToAll);
