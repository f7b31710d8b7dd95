namespace QualityKit.Reference.Statistics;

/// <summary>The mean squares of a complete table and what is made of them (Shrout and Fleiss 1979; McGraw and Wong 1996).</summary>
public sealed class ExactReliability
{
    private readonly ExactNumber _k;
    private readonly ExactNumber _n;

    public ExactReliability(IReadOnlyList<IReadOnlyList<ExactNumber>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _n = ExactNumber.Of(rows.Count);
        _k = ExactNumber.Of(rows[0].Count);
        var grand = ExactNumber.Mean([.. rows.SelectMany(row => row)])!;
        var columns = Enumerable.Range(0, rows[0].Count).Select(j => rows.Select(row => row[j]).ToList()).ToList();
        var between = _k * Squares([.. rows.Select(row => ExactNumber.Mean([.. row])!)], grand);
        var across = _n * Squares([.. columns.Select(column => ExactNumber.Mean(column)!)], grand);
        var total = Squares([.. rows.SelectMany(row => row)], grand);
        Rows = between / (_n - ExactNumber.One);
        Columns = across / (_k - ExactNumber.One);
        Error = (total - between - across) / ((_n - ExactNumber.One) * (_k - ExactNumber.One));
        Within = (total - between) / (_n * (_k - ExactNumber.One));
    }

    public ExactNumber Rows { get; }

    public ExactNumber Columns { get; }

    public ExactNumber Error { get; }

    public ExactNumber Within { get; }

    public ExactNumber? OneWay => Divide(Rows - Within, Rows + (Less(_k) * Within));

    public ExactNumber? Agreement => Divide(Rows - Error, Rows + (Less(_k) * Error) + (_k * (Columns - Error) / _n));

    public ExactNumber? Consistency => Divide(Rows - Error, Rows + (Less(_k) * Error));

    public ExactNumber? OneWayAverage => Divide(Rows - Within, Rows);

    public ExactNumber? AgreementAverage => Divide(Rows - Error, Rows + ((Columns - Error) / _n));

    public ExactNumber? ConsistencyAverage => Divide(Rows - Error, Rows);

    /// <summary>Lin (1989), with moments over n.</summary>
    public static ExactNumber? Concordance(IReadOnlyList<ExactNumber> x, IReadOnlyList<ExactNumber> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        var n = ExactNumber.Of(x.Count);
        var (mx, my) = (ExactNumber.Mean([.. x])!, ExactNumber.Mean([.. y])!);
        var together = ExactNumber.Sum(x.Zip(y, (a, b) => (a - mx) * (b - my))) / n;
        return Divide(ExactNumber.Of(2) * together, ((Squares(x, mx) + Squares(y, my)) / n) + ((mx - my) * (mx - my)));
    }

    private static ExactNumber Less(ExactNumber value) => value - ExactNumber.One;

    private static ExactNumber? Divide(ExactNumber above, ExactNumber below) => below.IsZero ? null : above / below;

    private static ExactNumber Squares(IReadOnlyList<ExactNumber> values, ExactNumber mean) =>
        ExactNumber.Sum(values.Select(value => (value - mean) * (value - mean)));
}
