namespace QualityKit.Storage.S3.Tests.Servers;

/// <summary>The tests that share one server.</summary>
[CollectionDefinition(Name)]
public sealed class ServerGroup : ICollectionFixture<CephServer>
{
    public const string Name = "S3 server";
}
