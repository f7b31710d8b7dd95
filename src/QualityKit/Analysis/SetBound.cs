using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>What is known of the totals in a set of sheets.</summary>
/// <param name="Picks">For every question the class of an answer that goes with the bound; -1: hidden, or any.</param>
/// <param name="HasTotals">Whether a sheet may have a total.</param>
/// <param name="Bound">What no total goes beyond; null when nothing is known.</param>
internal sealed record SetBound(int[] Picks, bool HasTotals, Fraction? Bound);
