namespace QualityKit.Statistics;

/// <summary>How the interval of a share is made.</summary>
public enum ShareMethod
{
    /// <summary>Wilson's score interval (1927): the one to use. It covers as often as it says, for few trials too, and never leaves 0 to 1.</summary>
    Wilson,

    /// <summary>Wilson's with a correction for continuity (Newcombe 1998, method 4): never too narrow, mostly too wide.</summary>
    WilsonCorrected,

    /// <summary>From the binomial distribution (Clopper and Pearson 1934): covers at least as often as it says.</summary>
    ClopperPearson,

    /// <summary>The posterior under the prior of Jeffreys, closed at 0 and 1 (Brown, Cai and DasGupta 2001).</summary>
    Jeffreys,

    /// <summary>The textbook formula around a moved centre (Agresti and Coull 1998). It may leave 0 to 1.</summary>
    AgrestiCoull,

    /// <summary>The textbook formula (Laplace 1812). Only to repeat old reports: of 20 passes of 20 it says that the share is 1 for sure.</summary>
    Wald,
}
