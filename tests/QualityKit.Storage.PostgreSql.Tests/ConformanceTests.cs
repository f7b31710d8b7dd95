using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Tests.Servers;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Documents;

namespace QualityKit.Storage.PostgreSql.Tests;

public sealed class ConformanceTests(QuickPostgresServer server) : IClassFixture<QuickPostgresServer>
{
    private static readonly DocumentCapabilities Capabilities =
        new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = "Host=nowhere" }, new StoreSchema([])).Capabilities;

    // The harness of a case is made when it runs, when the server is there.
    private static QuickPostgresServer? s_server;

    public static TheoryData<ConformanceCase> Cases => [.. DocumentStoreKit.Cases(Capabilities, () => new PostgreSqlHarness(s_server!))];

    [ServerTheory]
    [MemberData(nameof(Cases))]
    public Task The_store_keeps_its_promises(ConformanceCase promise)
    {
        s_server = server;
        return promise.RunAsync();
    }

    [Fact]
    public void Nothing_is_left_out() => Assert.Empty(DocumentStoreKit.LeftOut(Capabilities));
}
