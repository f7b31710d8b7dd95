using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Documents;

namespace QualityKit.Storage.Sqlite.Tests.Documents;

public class EntryBytesTests
{
    [Fact]
    public void Entries_of_every_kind_come_back_as_they_were()
    {
        ImmutableArray<IndexEntry> entries =
        [
            new("by-text", IndexValue.Of(""), IndexValue.Of("😀é"), IndexValue.Of(new string('x', 1024))),
            new("by-number", IndexValue.Of(-999_999_999_999.999999m), IndexValue.Of(0.000001m)),
            new("by-time", IndexValue.Of(DateTimeOffset.MinValue), IndexValue.Of(DateTimeOffset.MaxValue)),
        ];

        Assert.Equal(entries.AsEnumerable(), EntryBytes.Read(EntryBytes.Write(entries)));
    }

    [Fact]
    public void Format_1_is_read_as_it_was_written_by_the_first_release()
    {
        byte[] stored = [1, 1, (byte)'a', 2, 0, 1, (byte)'x', 1, 0x40, 0x42, 0x0F, 0, 0, 0, 0, 0];

        Assert.Equal(new IndexEntry("a", IndexValue.Of("x"), IndexValue.Of(1m)), Assert.Single(EntryBytes.Read(stored)));
        Assert.Equal(stored, EntryBytes.Write([new IndexEntry("a", IndexValue.Of("x"), IndexValue.Of(1m))]));
    }

    [Fact]
    public void No_entry_takes_no_byte() => Assert.Empty(EntryBytes.Write([]));

    [Fact]
    public void A_later_format_is_refused() =>
        Assert.Equal("the entries of a document have the format 2: this library reads 1", Assert.Throws<InvalidOperationException>(() => EntryBytes.Read([2])).Message);
}
