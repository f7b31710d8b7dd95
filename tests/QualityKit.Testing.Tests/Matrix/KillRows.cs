namespace QualityKit.Testing.Tests.Matrix;

/// <summary>What every wrong provider fails, and with how many seeds that was measured.</summary>
internal sealed record KillRows(int Seeds, IReadOnlyDictionary<string, KillRow> Rows);
