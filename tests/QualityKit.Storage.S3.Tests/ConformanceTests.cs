using QualityKit.Storage.Blobs;
using QualityKit.Storage.S3.Tests.Servers;
using QualityKit.Testing.Blobs;
using QualityKit.Testing.Conformance;

namespace QualityKit.Storage.S3.Tests;

/// <summary>The cases of the kit, in one class for each way that a blob is stored: the classes run at once, because most of a case is waiting for the server.</summary>
public abstract class ConformanceTests(CephServer server)
{
    private protected static readonly BlobCapabilities Capabilities = S3BlobStore.Connect(new S3BlobOptions { Bucket = "none", Region = "eu-central-1", AccessKey = "a", SecretKey = "b" }, TimeProvider.System).Capabilities;

    // The harness of a case is made when it runs, when the server is there.
    private static CephServer? s_server;

    private protected static TheoryData<ConformanceCase> CasesOf(bool isInParts) => [.. BlobStoreKit.Cases(Capabilities, () => new Harness(s_server!, isInParts))];

    private protected Task Run(ConformanceCase promise)
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

        // The client of a process that died says nothing more; `ServerFaultTests` kill processes and the server in earnest.
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
