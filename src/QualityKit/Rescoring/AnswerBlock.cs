namespace QualityKit.Rescoring;

/// <summary>The answers of up to 65,536 sheets: tiles of columns, or rows where a code does not fit a byte.</summary>
internal sealed class AnswerBlock(ColumnLayout layout)
{
    private const int SetWords = 4;

    private readonly ulong[] _used = new ulong[SetWords * layout.Slots.Length];
    private byte[] _tiles = [];
    private long[] _rows = [];

    public static int Capacity => ColumnLayout.Tile * ColumnLayout.BlockTiles;

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    /// <summary>The tiles; sheets that are not there have zeros.</summary>
    public ReadOnlySpan<byte> Tiles => _tiles;

    /// <summary>Whether a sheet of the block has a stored code of a question.</summary>
    public bool Uses(int question, int stored) => (_used[(question * SetWords) + (stored >> 6)] & (1UL << (stored & 63))) != 0;

    /// <summary>Whether the same codes of the same questions occur in another block.</summary>
    public bool UsesTheSame(AnswerBlock other) => _used.AsSpan().SequenceEqual(other._used);

    /// <summary>Adds a sheet; its codes fit the form.</summary>
    public void Add(ReadOnlySpan<long> codes)
    {
        if (layout.IsNarrow)
        {
            Put(codes);
        }
        else
        {
            Grow(ref _rows, layout.Length, 1);
            codes.CopyTo(_rows.AsSpan(Count * layout.Length));
        }

        Count++;
    }

    /// <summary>The flat codes of a sheet.</summary>
    public void Read(int sheet, Span<long> codes)
    {
        if (!layout.IsNarrow)
        {
            _rows.AsSpan(sheet * layout.Length, layout.Length).CopyTo(codes);
            return;
        }

        int place = PlaceOf(sheet);
        for (int slot = 0; slot < layout.Slots.Length; slot++)
        {
            ColumnSlot at = layout.Slots[slot];
            codes[slot] = ((_tiles[place + (at.Column * ColumnLayout.Tile)] >> at.Shift) & at.Mask) - ColumnLayout.Above;
        }
    }

    private void Put(ReadOnlySpan<long> codes)
    {
        Grow(ref _tiles, layout.TileBytes, ColumnLayout.Tile);
        int place = PlaceOf(Count);
        for (int slot = 0; slot < codes.Length; slot++)
        {
            ColumnSlot at = layout.Slots[slot];
            int stored = (int)codes[slot] + ColumnLayout.Above;
            _tiles[place + (at.Column * ColumnLayout.Tile)] |= (byte)(stored << at.Shift);
            _used[(slot * SetWords) + (stored >> 6)] |= 1UL << (stored & 63);
        }
    }

    private int PlaceOf(int sheet) => (sheet / ColumnLayout.Tile * layout.TileBytes) + (sheet % ColumnLayout.Tile);

    // Room for the next sheet: `size` elements for every `sheets` sheets, doubled when it is used up.
    private void Grow<T>(ref T[] room, int size, int sheets)
    {
        int used = Count / sheets * size;
        if (Count % sheets == 0 && used == room.Length)
        {
            Array.Resize(ref room, Math.Max(size, Math.Min(2 * used, Capacity / sheets * size)));
        }
    }
}
