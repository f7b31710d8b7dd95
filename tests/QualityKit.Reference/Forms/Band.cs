namespace QualityKit.Reference.Forms;

/// <summary>A named stretch of scores: a minimum, a top or both, all included (S18).</summary>
internal sealed record Band(string Name, ExactNumber? Minimum, ExactNumber? Top);
