namespace QualityKit.Statistics.Numerics;

/// <summary>A small dense matrix, row after row.</summary>
internal sealed class Matrix(int rows, int columns)
{
    private readonly double[] _cells = new double[rows * columns];

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public double this[int row, int column]
    {
        get => _cells[(row * Columns) + column];
        set => _cells[(row * Columns) + column] = value;
    }

    public static Matrix Identity(int size)
    {
        var matrix = new Matrix(size, size);
        for (int i = 0; i < size; i++)
        {
            matrix[i, i] = 1;
        }

        return matrix;
    }

    /// <summary>From at least one column, all of one length.</summary>
    public static Matrix OfColumns(IReadOnlyList<double[]> columns)
    {
        var matrix = new Matrix(columns[0].Length, columns.Count);
        for (int column = 0; column < columns.Count; column++)
        {
            for (int row = 0; row < matrix.Rows; row++)
            {
                matrix[row, column] = columns[column][row];
            }
        }

        return matrix;
    }

    public Span<double> Row(int row) => _cells.AsSpan(row * Columns, Columns);

    public Matrix Copy()
    {
        var copy = new Matrix(Rows, Columns);
        _cells.CopyTo(copy._cells, 0);
        return copy;
    }
}
