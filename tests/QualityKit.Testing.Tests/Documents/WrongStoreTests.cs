using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Documents;

namespace QualityKit.Testing.Tests.Documents;

public class WrongStoreTests
{
    public static TheoryData<string> Names => [.. WrongStores.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_store_that_is_wrong_in_one_place_is_caught_by_the_case_that_names_it(string wrong)
    {
        (Func<IDocumentStore, IDocumentStore> spoil, string caught) = WrongStores.All[wrong];
        DocumentCapabilities capabilities = new InMemoryDocumentStore(new StoreSchema([])).Capabilities;

        ConformanceCase named = DocumentStoreKit.Cases(capabilities, () => new InMemoryHarness(right => spoil(right))).Single(promise => promise.Name == caught);

        await Assert.ThrowsAsync<ConformanceException>(() => named.RunAsync());
    }
}
