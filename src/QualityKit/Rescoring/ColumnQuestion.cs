namespace QualityKit.Rescoring;

/// <summary>One question while a tile is added up.</summary>
/// <param name="First">The first byte of its column in a tile.</param>
/// <param name="Shift">By how many bits a byte is shifted to the right.</param>
/// <param name="Mask">What is kept then.</param>
/// <param name="Visible">The position of the mask that says where it is there; 0: everywhere.</param>
internal readonly record struct ColumnQuestion(int First, int Shift, byte Mask, int Visible);
