using System.Runtime.CompilerServices;

namespace QualityKit.Rescoring;

/// <summary>Adds up tiles with vectors of one width.</summary>
internal sealed class LaneSums<TLanes, TBytes, TWords>(ColumnPlan plan) : TileSums
    where TLanes : struct, ILanes<TBytes, TWords>
    where TBytes : struct
    where TWords : struct
{
    // Four vectors at a time: enough to keep the machine busy, few enough for its registers.
    private const int Strip = 4;

    public override void AddUp(ReadOnlySpan<byte> tile, TileScratch sums)
    {
        sums.Clear();
        LaneVisibility<TLanes, TBytes, TWords>.LookAround(plan.Visibility.Steps.AsSpan(), tile, sums);
        for (int group = 0; group < plan.Groups.Length; group++)
        {
            ColumnGroup columns = plan.Groups[group];
            for (int strip = 0; strip < LaneTable<TLanes, TBytes, TWords>.Vectors; strip += Strip)
            {
                AddPairs(columns.Pairs.AsSpan(), tile, strip, sums, group);
            }

            foreach (ColumnTable table in columns.Earned)
            {
                AddEarned(table, tile, sums, group, 1);
            }

            foreach (ColumnTable table in columns.EarnedHigh)
            {
                AddEarned(table, tile, sums, group, 1 << 8);
            }

            foreach (ColumnTable table in columns.Counted)
            {
                AddCounted(table, tile, sums, group);
            }
        }

        foreach (ColumnTable table in plan.Failing)
        {
            AddFailed(table, tile, sums);
        }
    }

    private static void AddPairs(ReadOnlySpan<ColumnPair> pairs, ReadOnlySpan<byte> tile, int strip, TileScratch sums, int group)
    {
        TBytes zero = TLanes.Fill((byte)0);
        TBytes earned0 = zero, earned1 = zero, earned2 = zero, earned3 = zero;
        TBytes counted0 = zero, counted1 = zero, counted2 = zero, counted3 = zero;
        Span<TWords> sum = LaneTable<TLanes, TBytes, TWords>.Words(sums.Earned(group)).Slice(2 * strip, 2 * Strip);
        foreach (ColumnPair pair in pairs)
        {
            if (pair.Spills)
            {
                Spill(sum, earned0, earned1, earned2, earned3);
                earned0 = earned1 = earned2 = earned3 = zero;
            }

            ColumnQuestion question = pair.Earned.Question;
            ReadOnlySpan<TBytes> column = LaneTable<TLanes, TBytes, TWords>.ColumnOf(question, tile).Slice(strip, Strip);
            ReadOnlySpan<TBytes> visible = LaneTable<TLanes, TBytes, TWords>.Bytes(sums.Visible(question.Visible)).Slice(strip, Strip);
            TBytes mask = TLanes.Fill(question.Mask);
            TBytes codes0 = LaneTable<TLanes, TBytes, TWords>.Codes(column[0], visible[0], mask, question.Shift);
            TBytes codes1 = LaneTable<TLanes, TBytes, TWords>.Codes(column[1], visible[1], mask, question.Shift);
            TBytes codes2 = LaneTable<TLanes, TBytes, TWords>.Codes(column[2], visible[2], mask, question.Shift);
            TBytes codes3 = LaneTable<TLanes, TBytes, TWords>.Codes(column[3], visible[3], mask, question.Shift);
            TBytes table = LaneTable<TLanes, TBytes, TWords>.Page(pair.Earned, 0);
            earned0 = TLanes.Add(earned0, TLanes.Find(table, codes0));
            earned1 = TLanes.Add(earned1, TLanes.Find(table, codes1));
            earned2 = TLanes.Add(earned2, TLanes.Find(table, codes2));
            earned3 = TLanes.Add(earned3, TLanes.Find(table, codes3));
            table = LaneTable<TLanes, TBytes, TWords>.Page(pair.Counted, 0);
            counted0 = TLanes.Add(counted0, TLanes.Find(table, codes0));
            counted1 = TLanes.Add(counted1, TLanes.Find(table, codes1));
            counted2 = TLanes.Add(counted2, TLanes.Find(table, codes2));
            counted3 = TLanes.Add(counted3, TLanes.Find(table, codes3));
        }

        Spill(sum, earned0, earned1, earned2, earned3);
        Span<TBytes> counts = LaneTable<TLanes, TBytes, TWords>.Bytes(sums.Counted(group)).Slice(strip, Strip);
        (counts[0], counts[1], counts[2], counts[3]) = (counted0, counted1, counted2, counted3);
    }

    // Bytes go into 16 bits before they would run over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spill(Span<TWords> sum, TBytes bytes0, TBytes bytes1, TBytes bytes2, TBytes bytes3)
    {
        sum[0] = TLanes.Add(sum[0], TLanes.Lower(bytes0));
        sum[1] = TLanes.Add(sum[1], TLanes.Upper(bytes0));
        sum[2] = TLanes.Add(sum[2], TLanes.Lower(bytes1));
        sum[3] = TLanes.Add(sum[3], TLanes.Upper(bytes1));
        sum[4] = TLanes.Add(sum[4], TLanes.Lower(bytes2));
        sum[5] = TLanes.Add(sum[5], TLanes.Upper(bytes2));
        sum[6] = TLanes.Add(sum[6], TLanes.Lower(bytes3));
        sum[7] = TLanes.Add(sum[7], TLanes.Upper(bytes3));
    }

    private static void AddEarned(ColumnTable table, ReadOnlySpan<byte> tile, TileScratch sums, int group, ushort times)
    {
        Span<TWords> sum = LaneTable<TLanes, TBytes, TWords>.Words(sums.Earned(group));
        TWords factor = TLanes.Fill(times);
        var column = new LaneColumn<TLanes, TBytes, TWords>(table, tile, sums);
        for (int vector = 0; vector < column.Length; vector++)
        {
            TBytes found = column.Find(vector);
            sum[2 * vector] = TLanes.Add(sum[2 * vector], TLanes.Multiply(TLanes.Lower(found), factor));
            sum[(2 * vector) + 1] = TLanes.Add(sum[(2 * vector) + 1], TLanes.Multiply(TLanes.Upper(found), factor));
        }
    }

    private static void AddCounted(ColumnTable table, ReadOnlySpan<byte> tile, TileScratch sums, int group)
    {
        Span<TBytes> sum = LaneTable<TLanes, TBytes, TWords>.Bytes(sums.Counted(group));
        var column = new LaneColumn<TLanes, TBytes, TWords>(table, tile, sums);
        for (int vector = 0; vector < column.Length; vector++)
        {
            sum[vector] = TLanes.Add(sum[vector], column.Find(vector));
        }
    }

    private static void AddFailed(ColumnTable table, ReadOnlySpan<byte> tile, TileScratch sums)
    {
        Span<TBytes> failed = LaneTable<TLanes, TBytes, TWords>.Bytes(sums.Failed);
        var column = new LaneColumn<TLanes, TBytes, TWords>(table, tile, sums);
        for (int vector = 0; vector < column.Length; vector++)
        {
            failed[vector] = TLanes.Or(failed[vector], column.Find(vector));
        }
    }
}
