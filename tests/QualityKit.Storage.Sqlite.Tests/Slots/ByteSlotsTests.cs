using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Slots;

namespace QualityKit.Storage.Sqlite.Tests.Slots;

public class ByteSlotsTests
{
    [Theory]
    [InlineData(0, 128)]
    [InlineData(1, 128)]
    [InlineData(128, 128)]
    [InlineData(129, 256)]
    [InlineData(2_048, 2_048)]
    [InlineData(2_049, 2_304)]
    [InlineData(65_536, 65_536)]
    [InlineData(65_537, 73_728)]
    [InlineData(4_194_304, 4_194_304)]
    public void A_slot_has_as_many_bytes_as_it_had_in_the_first_release(int length, int capacity) => Assert.Equal(capacity, ByteSlots.Capacity(length));

    [Fact]
    public void Above_a_kilobyte_at_most_an_eighth_of_a_slot_is_empty() =>
        Assert.All(Enumerable.Range(1_024, 70_000), length => Assert.InRange(ByteSlots.Capacity(length), length, length * 9 / 8));

    [Fact]
    public async Task Freed_bytes_are_taken_again()
    {
        using var folder = new StoreFolder();
        SqliteDatabase database = folder.Open();
        var store = new SqliteDocumentStore(database, StoreFolder.Schema);
        DocumentVersion version = (await store.CommitAsync(StoreFolder.Batch("make").Create(StoreFolder.Note("a"), new byte[5_000]), default)).Version!.Value;
        for (int round = 0; round < 20; round++)
        {
            version = (await store.CommitAsync(StoreFolder.Batch($"{round}").Replace(StoreFolder.Note("a"), version, Encoding.UTF8.GetBytes(new string('x', 4_900 + round))), default)).Version!.Value;
        }

        Assert.Equal(1, await database.Engine.ReadAsync(Rows, default));
        Assert.Equal(new string('x', 4_919), Encoding.UTF8.GetString((await store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("a"), default))!.Body.Span));
    }

    private static long Rows(Session session)
    {
        Statement count = session.Prepare("SELECT count(*) FROM qk_slots");
        count.Step();
        return count.Integer(0);
    }
}
