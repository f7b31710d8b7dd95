namespace QualityKit.Rescoring;

/// <summary>A question of at most 16 stored codes, each of which earns at most 255 steps: both of its tables are looked up at once.</summary>
/// <param name="Earned">For every code what it earns.</param>
/// <param name="Counted">For every code what counts.</param>
/// <param name="Spills">Whether the bytes added up so far must go into the sum first, because these would not fit on top.</param>
internal sealed record ColumnPair(ColumnTable Earned, ColumnTable Counted, bool Spills);
