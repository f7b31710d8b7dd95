namespace QualityKit.Statistics;

/// <summary>The sums of squares of a complete table of scores, row by row: constant memory, no digits lost to a common offset, and shards merge.</summary>
/// <remarks>Welford (1962); merging after Chan, Golub and LeVeque (1983). Rows are taken relative to the first one, so that a constant difference of raters is exact.</remarks>
public sealed class ScoreMoments
{
    private readonly double[] _first;
    private readonly double[] _means;
    private readonly double[] _squares;
    private double _rowMean;
    private double _rowSquares;

    /// <summary>Begins an empty table.</summary>
    /// <param name="raters">How many scores a row has, 1 or more.</param>
    public ScoreMoments(int raters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(raters, 1);
        _first = new double[raters];
        _means = new double[raters];
        _squares = new double[raters];
    }

    /// <summary>How many rows were added.</summary>
    public long Units { get; private set; }

    /// <summary>How many scores a row has.</summary>
    public int Raters => _first.Length;

    internal double RowSquares => Raters * _rowSquares;

    internal double ErrorSquares
    {
        get
        {
            double sum = 0;
            foreach (double square in _squares)
            {
                sum += square;
            }

            return sum;
        }
    }

    internal double ColumnSquares
    {
        get
        {
            double mean = 0;
            foreach (double score in _first)
            {
                mean += (score - _first[0]) / _first.Length;
            }

            double sum = 0;
            for (int j = 0; j < _first.Length; j++)
            {
                double off = _first[j] - _first[0] - mean + _means[j];
                sum += off * off;
            }

            return Units * sum;
        }
    }

    /// <summary>Adds the scores of one unit.</summary>
    /// <param name="row">A score of every rater, each a number at most 1e100 from 0.</param>
    /// <exception cref="ArgumentException">The row has another length, or a score cannot be used.</exception>
    public void Add(ReadOnlySpan<double> row)
    {
        if (row.Length != _first.Length)
        {
            throw new ArgumentException($"the row has {row.Length} scores, and there are {_first.Length} raters", nameof(row));
        }

        foreach (double score in row)
        {
            if (!RatingScale.IsUsable(score))
            {
                throw new ArgumentException("a score is a number at most 1e100 from 0", nameof(row));
            }
        }

        if (Units == 0)
        {
            row.CopyTo(_first);
        }

        Units++;
        AddRow(row);
    }

    /// <summary>Adds the rows of another table.</summary>
    /// <param name="other">A table of as many raters; it stays as it is.</param>
    /// <exception cref="ArgumentException">The numbers of raters differ.</exception>
    public void Merge(ScoreMoments other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Raters != Raters)
        {
            throw new ArgumentException($"the other table has {other.Raters} raters, and this one {Raters}", nameof(other));
        }

        if (other.Units == 0)
        {
            return;
        }

        if (Units == 0)
        {
            other._first.CopyTo(_first, 0);
        }

        MergeRows(other);
    }

    private void AddRow(ReadOnlySpan<double> row)
    {
        double mean = 0;
        for (int j = 0; j < _first.Length; j++)
        {
            mean += row[j] - _first[j];
        }

        mean /= _first.Length;
        double step = mean - _rowMean;
        _rowMean += step / Units;
        _rowSquares += step * (mean - _rowMean);
        for (int j = 0; j < _first.Length; j++)
        {
            double own = row[j] - _first[j] - mean;
            double off = own - _means[j];
            _means[j] += off / Units;
            _squares[j] += off * (own - _means[j]);
        }
    }

    private void MergeRows(ScoreMoments other)
    {
        double shift = 0;
        for (int j = 0; j < _first.Length; j++)
        {
            shift += other._first[j] - _first[j];
        }

        shift /= _first.Length;
        double all = Units + other.Units;
        double weight = Units / all * other.Units;
        double step = other._rowMean + shift - _rowMean;
        _rowMean += step * other.Units / all;
        _rowSquares += other._rowSquares + (step * step * weight);
        for (int j = 0; j < _first.Length; j++)
        {
            double off = other._means[j] + (other._first[j] - _first[j] - shift) - _means[j];
            _means[j] += off * other.Units / all;
            _squares[j] += other._squares[j] + (off * off * weight);
        }

        Units += other.Units;
    }
}
