// More than there are cores: a test mostly waits for the server.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace QualityKit.Storage.S3.Tests.Servers;

/// <summary>The tests that have the server for themselves, after all others: they kill it, or wait for it only a moment.</summary>
[CollectionDefinition(Alone, DisableParallelization = true)]
public sealed class ServerGroup : ICollectionFixture<CephServer>
{
    public const string Alone = "S3 server, alone";
}
