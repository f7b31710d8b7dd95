using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Documents;

namespace CustomStorage.Tests;

public class JournalStoreTests
{
    private static readonly DocumentCapabilities Capabilities = new() { Name = "journal", IsDurable = true, IsShared = false };

    private static readonly TenantId Tenant = new("acme");

    public static TheoryData<ConformanceCase> Cases => [.. DocumentStoreKit.Cases(Capabilities, () => new JournalHarness())];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task My_store_keeps_its_promises(ConformanceCase promise) => promise.RunAsync();

    [Fact]
    public async Task A_commit_that_a_crash_cut_off_never_was_and_everything_before_it_is_there()
    {
        await using var harness = new JournalHarness();
        var schema = new StoreSchema(["notes"]);
        IDocumentStore store = await harness.OpenAsync(schema, default);
        await store.CommitAsync(Batch("first"), default);
        long whole = new FileInfo(harness.Journal).Length;
        await store.CommitAsync(Batch("second"), default);
        await harness.KillAsync(default);
        byte[] journal = await File.ReadAllBytesAsync(harness.Journal);

        for (int length = (int)whole; length < journal.Length; length++)
        {
            await File.WriteAllBytesAsync(harness.Journal, journal[..length]);
            store = await harness.OpenAsync(schema, default);

            Assert.NotNull(await store.ReadAsync(Tenant, new DocumentKey("notes", "first"), default));
            Assert.Null(await store.ReadAsync(Tenant, new DocumentKey("notes", "second"), default));
            Assert.True((await store.CommitAsync(Batch("second"), default)).IsCommitted);
            await harness.KillAsync(default);
        }
    }

    private static DocumentBatch Batch(string id) => DocumentBatch.For(Tenant, new CommandId(id)).Create(new DocumentKey("notes", id), "text"u8.ToArray());
}
