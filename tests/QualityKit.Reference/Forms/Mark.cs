namespace QualityKit.Reference.Forms;

/// <summary>An amount with a unit; a percentage is kept as the share it is.</summary>
internal sealed record Mark(bool IsShare, ExactNumber Amount);
