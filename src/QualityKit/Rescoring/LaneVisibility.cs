namespace QualityKit.Rescoring;

/// <summary>Works out where items are there, with vectors of one width: each step over the whole tile.</summary>
internal static class LaneVisibility<TLanes, TBytes, TWords>
    where TLanes : struct, ILanes<TBytes, TWords>
    where TBytes : struct
    where TWords : struct
{
    public static void LookAround(ReadOnlySpan<ColumnStep> steps, ReadOnlySpan<byte> tile, TileScratch sums)
    {
        int top = -1;
        foreach (ref readonly ColumnStep step in steps)
        {
            switch (step.Kind)
            {
                case ColumnStepKind.Look:
                    Look(step.Table!, tile, sums, sums.Stack(++top));
                    break;
                case ColumnStepKind.Recall:
                    sums.Visible(step.Visible).CopyTo(sums.Stack(++top));
                    break;
                case ColumnStepKind.Always:
                    sums.Stack(++top).Fill(byte.MaxValue);
                    break;
                case ColumnStepKind.Not:
                    Not(sums.Stack(top));
                    break;
                case ColumnStepKind.Keep:
                    sums.Stack(top--).CopyTo(sums.Visible(step.Visible));
                    break;
                default:
                    Join(sums.Stack(top - 1), sums.Stack(top), step.Kind == ColumnStepKind.And);
                    top--;
                    break;
            }
        }
    }

    private static void Look(ColumnTable table, ReadOnlySpan<byte> tile, TileScratch sums, Span<byte> target)
    {
        Span<TBytes> found = LaneTable<TLanes, TBytes, TWords>.Bytes(target);
        var column = new LaneColumn<TLanes, TBytes, TWords>(table, tile, sums);
        for (int vector = 0; vector < found.Length; vector++)
        {
            found[vector] = column.Find(vector);
        }
    }

    private static void Not(Span<byte> mask)
    {
        foreach (ref TBytes vector in LaneTable<TLanes, TBytes, TWords>.Bytes(mask))
        {
            vector = TLanes.Not(vector);
        }
    }

    private static void Join(Span<byte> left, Span<byte> right, bool both)
    {
        Span<TBytes> into = LaneTable<TLanes, TBytes, TWords>.Bytes(left);
        ReadOnlySpan<TBytes> from = LaneTable<TLanes, TBytes, TWords>.Bytes(right);
        for (int vector = 0; vector < into.Length; vector++)
        {
            into[vector] = both ? TLanes.And(into[vector], from[vector]) : TLanes.Or(into[vector], from[vector]);
        }
    }
}
