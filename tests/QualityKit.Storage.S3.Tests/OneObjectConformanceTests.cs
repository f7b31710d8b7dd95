using QualityKit.Storage.S3.Tests.Servers;
using QualityKit.Testing.Blobs;
using QualityKit.Testing.Conformance;

namespace QualityKit.Storage.S3.Tests;

public class OneObjectConformanceTests(CephServer server) : ConformanceTests(server), IClassFixture<CephServer>
{
    public static TheoryData<ConformanceCase> Cases => CasesOf(isInParts: false);

    [ServerTheory]
    [MemberData(nameof(Cases))]
    public Task The_store_keeps_its_promises(ConformanceCase promise) => Run(promise);

    [Fact]
    public void Nothing_is_left_out() => Assert.Empty(BlobStoreKit.LeftOut(Capabilities));
}
