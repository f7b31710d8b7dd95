namespace QualityKit.Methods;

/// <summary>Which questions are dropped by value (rule S10).</summary>
public enum SelectionKind
{
    /// <summary>None is dropped.</summary>
    All = 0,

    /// <summary>The lowest are dropped.</summary>
    DropLowest = 1,

    /// <summary>All but the highest are dropped.</summary>
    KeepHighest = 2,

    /// <summary>All but the lowest are dropped.</summary>
    KeepLowest = 3,

    /// <summary>All but the middle one, or the middle two, are dropped.</summary>
    KeepMiddle = 4,

    /// <summary>All but those of the most frequent value are dropped.</summary>
    KeepMostFrequent = 5,
}
