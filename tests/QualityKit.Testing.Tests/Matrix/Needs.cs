namespace QualityKit.Testing.Tests.Matrix;

/// <summary>What it takes to see that a provider is wrong.</summary>
internal enum Needs
{
    Nothing = 0,
    Concurrency = 1,
    Restart = 2,
}
