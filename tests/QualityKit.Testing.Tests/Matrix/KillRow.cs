namespace QualityKit.Testing.Tests.Matrix;

/// <summary>The cases that a wrong provider fails: with every seed, and with some.</summary>
internal sealed record KillRow(IReadOnlyList<string> Always, IReadOnlyList<string> Sometimes);
