using QualityKit.Storage.S3.Tests.Servers;
using QualityKit.Testing.Conformance;

namespace QualityKit.Storage.S3.Tests;

public class PartsConformanceTests(CephServer server) : ConformanceTests(server), IClassFixture<CephServer>
{
    public static TheoryData<ConformanceCase> Cases => CasesOf(isInParts: true);

    [ServerTheory]
    [MemberData(nameof(Cases))]
    public Task The_store_keeps_its_promises_for_blobs_in_parts(ConformanceCase promise) => Run(promise);
}
