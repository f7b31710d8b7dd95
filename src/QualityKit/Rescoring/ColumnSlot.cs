namespace QualityKit.Rescoring;

/// <summary>Where the stored codes of one question lie: a column of bytes, or one half of each of its bytes.</summary>
/// <param name="Column">The position of the column.</param>
/// <param name="Shift">By how many bits a byte is shifted to the right: 0 or 4.</param>
/// <param name="Mask">What is kept then: 15 or 255.</param>
/// <param name="Codes">How many stored codes the question has, those without an answer included.</param>
internal readonly record struct ColumnSlot(int Column, int Shift, int Mask, int Codes);
