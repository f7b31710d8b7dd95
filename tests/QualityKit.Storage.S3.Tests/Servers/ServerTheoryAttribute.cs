namespace QualityKit.Storage.S3.Tests.Servers;

/// <summary>A theory that needs the server; left out, and said to be, where there is none.</summary>
internal sealed class ServerTheoryAttribute : TheoryAttribute
{
    public ServerTheoryAttribute() => Skip = CephPrograms.LeftOutBecause;
}
