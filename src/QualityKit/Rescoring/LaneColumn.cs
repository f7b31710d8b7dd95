using System.Runtime.CompilerServices;

namespace QualityKit.Rescoring;

/// <summary>One table over the codes of its question in a tile.</summary>
internal readonly ref struct LaneColumn<TLanes, TBytes, TWords>(ColumnTable table, ReadOnlySpan<byte> tile, TileScratch sums)
    where TLanes : struct, ILanes<TBytes, TWords>
    where TBytes : struct
    where TWords : struct
{
    private readonly ColumnTable _table = table;
    private readonly int _shift = table.Question.Shift;
    private readonly TBytes _mask = TLanes.Fill(table.Question.Mask);
    private readonly ReadOnlySpan<TBytes> _stored = LaneTable<TLanes, TBytes, TWords>.ColumnOf(table.Question, tile);
    private readonly ReadOnlySpan<TBytes> _visible = LaneTable<TLanes, TBytes, TWords>.Bytes(sums.Visible(table.Question.Visible));

    public int Length => _stored.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TBytes Find(int vector) =>
        LaneTable<TLanes, TBytes, TWords>.Find(_table, LaneTable<TLanes, TBytes, TWords>.Codes(_stored[vector], _visible[vector], _mask, _shift));
}
