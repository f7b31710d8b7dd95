using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Documents;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Documents;

public class InMemoryTests
{
    private static readonly DocumentCapabilities Capabilities = new InMemoryDocumentStore(new StoreSchema([])).Capabilities;

    public static TheoryData<ConformanceCase> Cases => [.. DocumentStoreKit.Cases(Capabilities, () => new InMemoryHarness(), Seeds.Options)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_in_memory_store_keeps_its_promises(ConformanceCase promise) => promise.RunAsync();

    [Fact]
    public void A_store_that_is_not_durable_is_not_asked_what_outlives_a_kill() =>
        Assert.Contains("what was committed is there after a kill", DocumentStoreKit.LeftOut(Capabilities));

    [Fact]
    public void No_two_cases_have_one_name() =>
        Assert.Distinct(DocumentStoreKit.Cases(Capabilities with { IsDurable = true }, () => new InMemoryHarness()).Select(promise => promise.Name));
}
