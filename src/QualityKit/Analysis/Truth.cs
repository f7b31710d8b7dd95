namespace QualityKit.Analysis;

/// <summary>What a condition can be over a set of sheets.</summary>
[Flags]
internal enum Truth
{
    /// <summary>Nothing: there is no sheet to look at.</summary>
    None = 0,

    /// <summary>It fails to hold in some.</summary>
    False = 1,

    /// <summary>It holds in some.</summary>
    True = 2,

    /// <summary>Both occur.</summary>
    Either = True | False,
}
