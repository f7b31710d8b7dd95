using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Blobs;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Documents;

namespace QualityKit.Storage.Sqlite.Tests.Kit;

public class ConformanceTests
{
    private static readonly DocumentCapabilities Documents = new() { Name = "SQLite", IsDurable = true, IsShared = true };

    private static readonly BlobCapabilities Blobs = new() { Name = "SQLite", IsDurable = true, IsShared = true, LargestBlob = 1L << 30 };

    public static TheoryData<ConformanceCase> DocumentCases => [.. DocumentStoreKit.Cases(Documents, () => new SqliteHarness())];

    public static TheoryData<ConformanceCase> BlobCases => [.. BlobStoreKit.Cases(Blobs, () => new SqliteBlobHarness())];

    [Theory]
    [MemberData(nameof(DocumentCases))]
    public Task The_document_store_keeps_its_promises(ConformanceCase promise) => promise.RunAsync();

    [Theory]
    [MemberData(nameof(BlobCases))]
    public Task The_blob_store_keeps_its_promises(ConformanceCase promise) => promise.RunAsync();

    [Fact]
    public void No_case_of_the_kits_is_left_out()
    {
        using var folder = new StoreFolder();
        using SqliteDatabase database = folder.Open();

        Assert.Equal(Documents, new SqliteDocumentStore(database, StoreFolder.Schema).Capabilities);
        Assert.Equal(Blobs, new SqliteBlobStore(database).Capabilities);
        Assert.Empty(DocumentStoreKit.LeftOut(Documents));
        Assert.Empty(BlobStoreKit.LeftOut(Blobs));
    }
}
