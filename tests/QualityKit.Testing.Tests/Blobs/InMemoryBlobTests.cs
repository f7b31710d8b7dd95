using QualityKit.Storage.InMemory;
using QualityKit.Testing.Blobs;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Blobs;

public class InMemoryBlobTests
{
    public static TheoryData<ConformanceCase> Cases => [.. BlobStoreKit.Cases(new InMemoryBlobStore().Capabilities, () => new InMemoryBlobHarness(), Seeds.Options)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_in_memory_store_keeps_its_promises(ConformanceCase promise) => promise.RunAsync();

    [Fact]
    public void A_store_that_is_not_durable_is_not_asked_what_outlives_a_kill() =>
        Assert.Contains("a committed blob is there after a kill", BlobStoreKit.LeftOut(new InMemoryBlobStore().Capabilities));
}
