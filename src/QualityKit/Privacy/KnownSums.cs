using System.Collections.Immutable;

namespace QualityKit.Privacy;

/// <summary>Which sums of hidden cells follow from the totals that are shown: Gauss-Jordan elimination over a prime field.</summary>
/// <remarks>A prime of 31 bits: what follows over the rationals follows over the field too, unless the prime divides a determinant of ones and zeros, which for totals of tables are small.</remarks>
internal static class KnownSums
{
    private const long Prime = 2147483647;

    /// <summary>The rows of the reduced system that are plain sums: a cell that is determined is always one of them.</summary>
    /// <param name="equations">The hidden cells of each shown total.</param>
    /// <param name="hidden">All hidden cells.</param>
    public static ImmutableArray<ImmutableArray<int>> Of(ImmutableArray<ImmutableArray<int>> equations, int[] hidden)
    {
        long[][] rows = [.. equations.Select(cells => hidden.Select(cell => cells.Contains(cell) ? 1L : 0L).ToArray())];
        int rank = 0;
        for (int column = 0; column < hidden.Length && rank < rows.Length; column++)
        {
            int pivot = Array.FindIndex(rows, rank, row => row[column] != 0);
            if (pivot >= 0)
            {
                (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
                Eliminate(rows, rank, column);
                rank++;
            }
        }

        return
        [
            .. rows.Take(rank)
                .Where(row => row.All(value => value is 0 or 1))
                .Select(row => row.Index().Where(entry => entry.Item == 1).Select(entry => hidden[entry.Index]).ToImmutableArray()),
        ];
    }

    private static void Eliminate(long[][] rows, int pivot, int column)
    {
        long inverse = Inverse(rows[pivot][column]);
        for (int position = column; position < rows[pivot].Length; position++)
        {
            rows[pivot][position] = rows[pivot][position] * inverse % Prime;
        }

        foreach ((int index, long[] row) in rows.Index())
        {
            long factor = row[column];
            if (index == pivot || factor == 0)
            {
                continue;
            }

            for (int position = column; position < row.Length; position++)
            {
                row[position] = (row[position] + ((Prime - factor) * rows[pivot][position])) % Prime;
            }
        }
    }

    // Fermat: the power of p - 2.
    private static long Inverse(long value)
    {
        long result = 1;
        for (long power = Prime - 2; power > 0; power >>= 1)
        {
            result = (power & 1) == 1 ? result * value % Prime : result;
            value = value * value % Prime;
        }

        return result;
    }
}
