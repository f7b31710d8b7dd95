using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Documents;

namespace QualityKit.Storage.Sqlite.Tests.Documents;

public class BodyBytesTests
{
    [Fact]
    public void A_body_is_read_as_it_was_written_by_the_first_release()
    {
        byte[] stored = [3, 0, 0, 0, 2, (byte)'7', (byte)'a', 1, 2, 3];

        Assert.Equal(stored, BodyBytes.Write(new DocumentVersion("7a"), [1, 2, 3]));
        (DocumentVersion version, byte[] body) = BodyBytes.Read([.. stored, 0, 0, 0]);
        Assert.Equal(new DocumentVersion("7a"), version);
        Assert.Equal([1, 2, 3], body);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(5_000)]
    public async Task A_body_that_changes_its_size_is_found_through_entries_that_stay(int length)
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents();
        CommitResult made = await store.CommitAsync(
            StoreFolder.Batch("1").Create(StoreFolder.Note("a"), new byte[90], StoreFolder.Label("kept"), StoreFolder.Label("gone")).Create(StoreFolder.Note("b"), new byte[90], StoreFolder.Label("kept")),
            default);
        CommitResult replaced = await store.CommitAsync(
            StoreFolder.Batch("2").Replace(StoreFolder.Note("a"), made.Version!.Value, Enumerable.Repeat((byte)7, length).ToArray(), StoreFolder.Label("kept"), StoreFolder.Label("new")),
            default);
        await store.CommitAsync(StoreFolder.Batch("3").Create(StoreFolder.Note("c"), new byte[90], StoreFolder.Label("kept")), default);

        DocumentPage page = await store.QueryAsync(StoreFolder.Tenant, StoreFolder.Labelled("kept", "new") with { Take = 10 }, default);
        Assert.Equal(["a", "b", "c", "a"], page.Documents.Select(document => document.Key.Id));
        Assert.Equal([replaced.Version!.Value, made.Version!.Value], page.Documents.Take(2).Select(document => document.Version));
        Assert.Equal(Enumerable.Repeat((byte)7, length), page.Documents[0].Body.ToArray());
        Assert.Equal(new byte[90], page.Documents[1].Body.ToArray());
        Assert.Equal(0, await store.CountAsync(StoreFolder.Tenant, StoreFolder.Labelled("gone"), 10, default));
    }
}
