using QualityKit.Storage.Blobs;
using QualityKit.Storage.S3.Tests.Servers;
using QualityKit.Testing.Blobs;
using QualityKit.Testing.Conformance;

namespace QualityKit.Storage.S3.Tests;

[Collection(ServerGroup.Name)]
public class ConformanceTests(CephServer server)
{
    private static readonly BlobCapabilities Capabilities = S3BlobStore.Connect(new S3BlobOptions { Bucket = "none", Region = "eu-central-1", AccessKey = "a", SecretKey = "b" }, TimeProvider.System).Capabilities;

    // The harness of a case is made when it runs, when the server is there.
    private static CephServer? s_server;

    public static TheoryData<ConformanceCase> OneObject => [.. BlobStoreKit.Cases(Capabilities, () => new Harness(s_server!, isInParts: false))];

    public static TheoryData<ConformanceCase> Parts => [.. BlobStoreKit.Cases(Capabilities, () => new Harness(s_server!, isInParts: true))];

    [ServerTheory]
    [MemberData(nameof(OneObject))]
    public Task The_store_keeps_its_promises(ConformanceCase promise) => Run(promise);

    [ServerTheory]
    [MemberData(nameof(Parts))]
    public Task The_store_keeps_its_promises_for_blobs_in_parts(ConformanceCase promise) => Run(promise);

    [Fact]
    public void Nothing_is_left_out() => Assert.Empty(BlobStoreKit.LeftOut(Capabilities));

    private Task Run(ConformanceCase promise)
    {
        s_server = server;
        return promise.RunAsync();
    }

    private sealed class Harness : IBlobStoreHarness
    {
        private readonly S3BlobOptions _options;

        private readonly List<S3BlobStore> _open = [];

        public Harness(CephServer server, bool isInParts)
        {
            _options = server.Options();
            _options.AlwaysInParts = isInParts;
        }

        public ValueTask<IBlobStore> OpenAsync(CancellationToken cancellationToken)
        {
            _open.Add(CephServer.Open(_options));
            return new(_open[^1]);
        }

        // The client of a process that died says nothing more; `FaultTests` kill processes and the server in earnest.
        public ValueTask KillAsync(CancellationToken cancellationToken)
        {
            _open.ForEach(store => store.Dispose());
            return default;
        }

        public ValueTask DisposeAsync()
        {
            _open.ForEach(store => store.Dispose());
            return default;
        }
    }
}
