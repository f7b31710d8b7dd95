namespace QualityKit.Privacy;

/// <summary>A stretch of a text, in UTF-16 units.</summary>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="Length">How long it is; 1 or more.</param>
public readonly record struct TextRange(int Start, int Length);
