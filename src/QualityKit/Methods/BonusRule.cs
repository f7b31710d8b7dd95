namespace QualityKit.Methods;

/// <summary>What a bonus question is added to (rule S11).</summary>
public enum BonusRule
{
    /// <summary>To what is earned, before dividing by what is possible.</summary>
    ToEarned = 0,

    /// <summary>To the mean, undivided: extra credit.</summary>
    ToMean = 1,
}
