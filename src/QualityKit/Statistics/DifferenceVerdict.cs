namespace QualityKit.Statistics;

/// <summary>What can be said about two numbers.</summary>
public enum DifferenceVerdict
{
    /// <summary>Either could be the higher one: the interval of the difference holds 0, or there is none. Do not rank them.</summary>
    NotEstablished,

    /// <summary>The first is higher.</summary>
    FirstHigher,

    /// <summary>The second is higher.</summary>
    SecondHigher,
}
