namespace QualityKit.Rescoring;

/// <summary>What a <see cref="ColumnStep"/> does.</summary>
internal enum ColumnStepKind
{
    /// <summary>Puts on top where a condition on one question holds.</summary>
    Look = 0,

    /// <summary>Puts a mask that was kept on top.</summary>
    Recall = 1,

    /// <summary>Where both of the two on top hold.</summary>
    And = 2,

    /// <summary>Where one of the two on top holds.</summary>
    Or = 3,

    /// <summary>Where the one on top does not hold.</summary>
    Not = 4,

    /// <summary>Puts on top what holds everywhere.</summary>
    Always = 5,

    /// <summary>Takes the one on top away and keeps it.</summary>
    Keep = 6,
}
