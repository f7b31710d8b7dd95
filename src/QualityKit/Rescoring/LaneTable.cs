using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace QualityKit.Rescoring;

/// <summary>Codes of a tile, and tables looked up for them, with vectors of one width.</summary>
internal static class LaneTable<TLanes, TBytes, TWords>
    where TLanes : struct, ILanes<TBytes, TWords>
    where TBytes : struct
    where TWords : struct
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>The vectors of a tile.</summary>
    public static int Vectors => ColumnLayout.Tile / TLanes.Width;

    /// <summary>Bytes as vectors.</summary>
    [MethodImpl(Inline)]
    public static Span<TBytes> Bytes(Span<byte> bytes) => MemoryMarshal.Cast<byte, TBytes>(bytes);

    /// <summary>Numbers of 16 bits as vectors.</summary>
    [MethodImpl(Inline)]
    public static Span<TWords> Words(Span<ushort> words) => MemoryMarshal.Cast<ushort, TWords>(words);

    /// <summary>The vectors of the column that a question is in.</summary>
    [MethodImpl(Inline)]
    public static ReadOnlySpan<TBytes> ColumnOf(ColumnQuestion question, ReadOnlySpan<byte> tile) =>
        MemoryMarshal.Cast<byte, TBytes>(tile.Slice(question.First, ColumnLayout.Tile));

    /// <summary>The codes in a vector of a column; 0 where the question is hidden.</summary>
    [MethodImpl(Inline)]
    public static TBytes Codes(TBytes stored, TBytes visible, TBytes mask, int shift) =>
        TLanes.And(TLanes.And(TLanes.Shift(stored, shift), mask), visible);

    /// <summary>Sixteen values of a table, again and again.</summary>
    [MethodImpl(Inline)]
    public static TBytes Page(ColumnTable table, int page) => MemoryMarshal.Read<TBytes>(table.PageAt(page));

    /// <summary>For every code its value.</summary>
    [MethodImpl(Inline)]
    public static TBytes Find(ColumnTable table, TBytes codes) =>
        table.Pages == 1 ? TLanes.Find(Page(table, 0), codes) : FindOnPages(table, codes);

    // A page at a time: the lower half of a code is the place on its page, the upper half says which page it is.
    private static TBytes FindOnPages(ColumnTable table, TBytes codes)
    {
        TBytes nibble = TLanes.Fill(ColumnTable.Page - 1);
        TBytes places = TLanes.And(codes, nibble);
        TBytes pages = TLanes.And(TLanes.Shift(codes, 4), nibble);
        TBytes found = TLanes.Fill((byte)0);
        for (int page = 0; page < table.Pages; page++)
        {
            TBytes here = TLanes.Find(Page(table, page), places);
            found = TLanes.Or(found, TLanes.And(here, TLanes.Equal(pages, TLanes.Fill((byte)page))));
        }

        return found;
    }
}
