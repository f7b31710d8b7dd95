namespace QualityKit.Statistics;

/// <summary>A point of a control chart with its own limits.</summary>
/// <param name="Value">What is charted.</param>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
public readonly record struct ChartPoint(double Value, double Lower, double Upper)
{
    /// <summary>On which side of the limits it lies; a point on a limit is within.</summary>
    public ChartSide Side => Value < Lower ? ChartSide.Below : Value > Upper ? ChartSide.Above : ChartSide.Within;
}
