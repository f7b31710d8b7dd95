namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>A clock that goes ahead of the system's.</summary>
internal sealed class LaterTime(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
