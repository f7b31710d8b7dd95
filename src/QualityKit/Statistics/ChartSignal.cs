namespace QualityKit.Statistics;

/// <summary>Something changed.</summary>
/// <param name="Position">The point at which it was noticed, counted from 0.</param>
/// <param name="Since">The point from which it seems to hold, counted from 0.</param>
/// <param name="Side">Whether it is a drop or a rise.</param>
public readonly record struct ChartSignal(int Position, int Since, ChartSide Side);
