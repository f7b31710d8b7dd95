using QualityKit.Testing.Blobs;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Tests.Blobs;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Durable;

public class FolderBlobTests
{
    public static TheoryData<ConformanceCase> Cases => [.. BlobStoreKit.Cases(WrongBlobStores.Durable, () => new FolderBlobHarness(), Seeds.Options)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Blobs_in_a_folder_keep_their_promises_over_kills(ConformanceCase promise) => promise.RunAsync();
}
