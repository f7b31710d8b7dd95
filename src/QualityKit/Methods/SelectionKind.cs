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
}
