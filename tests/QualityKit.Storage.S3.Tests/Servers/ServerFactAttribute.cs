namespace QualityKit.Storage.S3.Tests.Servers;

/// <summary>A test that needs the server; left out, and said to be, where there is none.</summary>
internal sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute() => Skip = CephPrograms.LeftOutBecause;
}
