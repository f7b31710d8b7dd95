namespace QualityKit.Reports;

/// <summary>What the cells of a column are.</summary>
public enum ReportCellKind
{
    /// <summary>A name, an id or a code.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>Points or percent, of a score or a difference of scores.</summary>
    Points,

    /// <summary>A statistic.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,
}
