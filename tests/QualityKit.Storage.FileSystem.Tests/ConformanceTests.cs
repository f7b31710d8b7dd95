using QualityKit.Storage.Blobs;
using QualityKit.Testing.Blobs;
using QualityKit.Testing.Conformance;

namespace QualityKit.Storage.FileSystem.Tests;

public class ConformanceTests
{
    public static TheoryData<ConformanceCase> InProcess => [.. BlobStoreKit.Cases(Capabilities(), () => new Harness(isServed: false))];

    public static TheoryData<ConformanceCase> Served => [.. BlobStoreKit.Cases(Capabilities(), () => new Harness(isServed: true))];

    [Theory]
    [MemberData(nameof(InProcess))]
    public Task The_file_store_keeps_its_promises(ConformanceCase promise) => promise.RunAsync();

    [Theory]
    [MemberData(nameof(Served))]
    public Task And_does_when_it_writes_in_another_process_that_is_killed(ConformanceCase promise) => promise.RunAsync();

    [Fact]
    public void Nothing_is_left_out() => Assert.Empty(BlobStoreKit.LeftOut(Capabilities()));

    private static BlobCapabilities Capabilities() => new FileSystemBlobStore(new FileSystemBlobOptions { Folder = "unused" }, TimeProvider.System).Capabilities;

    private sealed class Harness(bool isServed) : IBlobStoreHarness
    {
        private readonly TempFolder _folder = new();

        private readonly List<IBlobStore> _open = [];

        public ValueTask<IBlobStore> OpenAsync(CancellationToken cancellationToken)
        {
            _open.Add(isServed ? new ServedStore(_folder.Blobs) : _folder.Open());
            return new(_open[^1]);
        }

        // In process nothing can be killed: what was open is left as it is, with its locks, and another opens beside it.
        public ValueTask KillAsync(CancellationToken cancellationToken)
        {
            _open.OfType<ServedStore>().ToList().ForEach(store => store.Kill());
            return default;
        }

        public ValueTask DisposeAsync()
        {
            _open.OfType<IDisposable>().ToList().ForEach(store => store.Dispose());
            _folder.Dispose();
            return default;
        }
    }
}
