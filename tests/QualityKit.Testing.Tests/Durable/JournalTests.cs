using QualityKit.Testing.Conformance;
using QualityKit.Testing.Documents;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Durable;

public class JournalTests
{
    public static TheoryData<ConformanceCase> Cases => [.. DocumentStoreKit.Cases(WrongJournals.Capabilities, () => new JournalHarness(), Seeds.Options)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_store_with_a_journal_keeps_its_promises_over_kills(ConformanceCase promise) => promise.RunAsync();

    [Fact]
    public void A_durable_store_is_asked_everything() => Assert.Empty(DocumentStoreKit.LeftOut(WrongJournals.Capabilities));
}
