using System.Runtime.InteropServices;

namespace QualityKit.Rescoring;

/// <summary>Adds up tiles with vectors of one width.</summary>
internal sealed class LaneSums<TLanes, TBytes, TWords>(ColumnPlan plan) : TileSums
    where TLanes : struct, ILanes<TBytes, TWords>
    where TBytes : struct
    where TWords : struct
{
    // Four vectors at a time: enough to keep the machine busy, few enough for its registers.
    private const int Strip = 4;

    private static int Vectors => ColumnLayout.Tile / TLanes.Width;

    public override void AddUp(ReadOnlySpan<byte> tile, TileScratch sums)
    {
        sums.Clear();
        ReadOnlySpan<TBytes> vectors = MemoryMarshal.Cast<byte, TBytes>(tile);
        LookAround(vectors, sums);
        for (int group = 0; group < plan.Groups.Length; group++)
        {
            ColumnGroup columns = plan.Groups[group];
            for (int strip = 0; strip < Vectors; strip += Strip)
            {
                AddPairs(columns, vectors, strip, sums, group);
            }

            foreach (ColumnTable table in columns.Earned)
            {
                AddEarned(table, vectors, sums, group, 1);
            }

            foreach (ColumnTable table in columns.EarnedHigh)
            {
                AddEarned(table, vectors, sums, group, 1 << 8);
            }

            foreach (ColumnTable table in columns.Counted)
            {
                AddCounted(table, vectors, sums, group);
            }
        }

        foreach (ColumnTable table in plan.Failing)
        {
            AddFailed(table, vectors, sums);
        }
    }

    private static Span<TBytes> Bytes(Span<byte> bytes) => MemoryMarshal.Cast<byte, TBytes>(bytes);

    private static Span<TWords> Words(Span<ushort> words) => MemoryMarshal.Cast<ushort, TWords>(words);

    private static TBytes CodesOf(ColumnQuestion question, ReadOnlySpan<TBytes> tile, int vector, TileScratch sums)
    {
        TBytes codes = TLanes.And(TLanes.Shift(tile[(question.First / TLanes.Width) + vector], question.Shift), TLanes.Fill(question.Mask));
        return question.Visible < 0 ? codes : TLanes.And(codes, Bytes(sums.Visible(question.Visible))[vector]);
    }

    private static TBytes Find(ColumnTable table, TBytes codes)
    {
        ReadOnlySpan<byte> values = table.Values;
        if (values.Length == ColumnTable.Page)
        {
            return TLanes.Find(TLanes.Repeat(values), codes);
        }

        // A page at a time: the lower half of a code is the place on its page, the upper half says which page it is.
        TBytes nibble = TLanes.Fill(15);
        TBytes places = TLanes.And(codes, nibble);
        TBytes pages = TLanes.And(TLanes.Shift(codes, 4), nibble);
        TBytes found = TLanes.Fill((byte)0);
        for (int page = 0; page * ColumnTable.Page < values.Length; page++)
        {
            TBytes here = TLanes.Find(TLanes.Repeat(values.Slice(page * ColumnTable.Page, ColumnTable.Page)), places);
            found = TLanes.Or(found, TLanes.And(here, TLanes.Equal(pages, TLanes.Fill((byte)page))));
        }

        return found;
    }

    // Where items are there: the steps of the conditions, each on one vector at a time.
    private void LookAround(ReadOnlySpan<TBytes> tile, TileScratch sums)
    {
        Span<TBytes> stack = Bytes(sums.Stack);
        for (int vector = 0; vector < Vectors; vector++)
        {
            int top = -1;
            foreach (ColumnStep step in plan.Visibility.Steps)
            {
                switch (step.Kind)
                {
                    case ColumnStepKind.Look:
                        stack[++top] = Find(step.Table!, CodesOf(step.Table!.Question, tile, vector, sums));
                        break;
                    case ColumnStepKind.Recall:
                        stack[++top] = Bytes(sums.Visible(step.Visible))[vector];
                        break;
                    case ColumnStepKind.Always:
                        stack[++top] = TLanes.Fill(byte.MaxValue);
                        break;
                    case ColumnStepKind.Not:
                        stack[top] = TLanes.Not(stack[top]);
                        break;
                    case ColumnStepKind.Keep:
                        Bytes(sums.Visible(step.Visible))[vector] = stack[top--];
                        break;
                    default:
                        TBytes right = stack[top--];
                        stack[top] = step.Kind == ColumnStepKind.And ? TLanes.And(stack[top], right) : TLanes.Or(stack[top], right);
                        break;
                }
            }
        }
    }

    private static void AddPairs(ColumnGroup group, ReadOnlySpan<TBytes> tile, int strip, TileScratch sums, int position)
    {
        TBytes zero = TLanes.Fill((byte)0);
        TBytes earned0 = zero, earned1 = zero, earned2 = zero, earned3 = zero;
        TBytes counted0 = zero, counted1 = zero, counted2 = zero, counted3 = zero;
        Span<TWords> sum = Words(sums.Earned(position)).Slice(2 * strip, 2 * Strip);
        foreach (ColumnPair pair in group.Pairs)
        {
            if (pair.Spills)
            {
                Spill(sum, earned0, earned1, earned2, earned3);
                earned0 = earned1 = earned2 = earned3 = zero;
            }

            ColumnQuestion question = pair.Question;
            ReadOnlySpan<TBytes> column = tile.Slice((question.First / TLanes.Width) + strip, Strip);
            TBytes mask = TLanes.Fill(question.Mask);
            TBytes codes0 = TLanes.And(TLanes.Shift(column[0], question.Shift), mask);
            TBytes codes1 = TLanes.And(TLanes.Shift(column[1], question.Shift), mask);
            TBytes codes2 = TLanes.And(TLanes.Shift(column[2], question.Shift), mask);
            TBytes codes3 = TLanes.And(TLanes.Shift(column[3], question.Shift), mask);
            if (question.Visible >= 0)
            {
                ReadOnlySpan<TBytes> visible = Bytes(sums.Visible(question.Visible)).Slice(strip, Strip);
                codes0 = TLanes.And(codes0, visible[0]);
                codes1 = TLanes.And(codes1, visible[1]);
                codes2 = TLanes.And(codes2, visible[2]);
                codes3 = TLanes.And(codes3, visible[3]);
            }

            TBytes table = TLanes.Repeat(pair.Earned);
            earned0 = TLanes.Add(earned0, TLanes.Find(table, codes0));
            earned1 = TLanes.Add(earned1, TLanes.Find(table, codes1));
            earned2 = TLanes.Add(earned2, TLanes.Find(table, codes2));
            earned3 = TLanes.Add(earned3, TLanes.Find(table, codes3));
            table = TLanes.Repeat(pair.Counted);
            counted0 = TLanes.Add(counted0, TLanes.Find(table, codes0));
            counted1 = TLanes.Add(counted1, TLanes.Find(table, codes1));
            counted2 = TLanes.Add(counted2, TLanes.Find(table, codes2));
            counted3 = TLanes.Add(counted3, TLanes.Find(table, codes3));
        }

        Spill(sum, earned0, earned1, earned2, earned3);
        Span<TBytes> counts = Bytes(sums.Counted(position)).Slice(strip, Strip);
        (counts[0], counts[1], counts[2], counts[3]) = (counted0, counted1, counted2, counted3);
    }

    // Bytes go into 16 bits before they would run over.
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

    private static void AddEarned(ColumnTable table, ReadOnlySpan<TBytes> tile, TileScratch sums, int group, ushort times)
    {
        Span<TWords> sum = Words(sums.Earned(group));
        TWords factor = TLanes.Fill(times);
        for (int vector = 0; vector < Vectors; vector++)
        {
            TBytes found = Find(table, CodesOf(table.Question, tile, vector, sums));
            sum[2 * vector] = TLanes.Add(sum[2 * vector], TLanes.Multiply(TLanes.Lower(found), factor));
            sum[(2 * vector) + 1] = TLanes.Add(sum[(2 * vector) + 1], TLanes.Multiply(TLanes.Upper(found), factor));
        }
    }

    private static void AddCounted(ColumnTable table, ReadOnlySpan<TBytes> tile, TileScratch sums, int group)
    {
        Span<TBytes> sum = Bytes(sums.Counted(group));
        for (int vector = 0; vector < Vectors; vector++)
        {
            sum[vector] = TLanes.Add(sum[vector], Find(table, CodesOf(table.Question, tile, vector, sums)));
        }
    }

    private static void AddFailed(ColumnTable table, ReadOnlySpan<TBytes> tile, TileScratch sums)
    {
        Span<TBytes> failed = Bytes(sums.Failed);
        for (int vector = 0; vector < Vectors; vector++)
        {
            failed[vector] = TLanes.Or(failed[vector], Find(table, CodesOf(table.Question, tile, vector, sums)));
        }
    }
}
