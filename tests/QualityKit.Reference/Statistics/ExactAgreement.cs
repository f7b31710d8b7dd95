namespace QualityKit.Reference.Statistics;

/// <summary>Agreement beyond chance, formula by formula (Gwet 2014, chapters 2 to 6, sums over units as they are printed).</summary>
public sealed class ExactAgreement
{
    private readonly ExactNumber[,] _w;
    private readonly ExactRatings _all;
    private readonly List<int> _units;
    private readonly int _q;

    /// <summary>Prepares the sums; units without a rating stay out.</summary>
    public ExactAgreement(ExactRatings ratings, ExactNumber[,] weights)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        _all = ratings;
        _w = weights;
        _q = ratings.Categories.Count;
        _units = [.. Enumerable.Range(0, ratings.Rows.Count).Where(i => Raters(i) > 0)];
    }

    private ExactNumber N => ExactNumber.Of(_units.Count);

    private ExactNumber NPaired => ExactNumber.Of(_units.Count(i => Raters(i) > 1));

    private ExactNumber Observed => Sum(_units, Pairs) / NPaired;

    public ExactCoefficient Fleiss() => Of(
        Both((k, l) => _w[k, l] * Share(k) * Share(l)),
        i => Both((k, l) => _w[k, l] * ((Share(k) * Part(i, l)) + (Part(i, k) * Share(l)))) / Number(2));

    public ExactCoefficient BrennanPrediger() => Of(Both((k, l) => _w[k, l]) / Number(_q * _q), _ => Both((k, l) => _w[k, l]) / Number(_q * _q));

    public ExactCoefficient Gwet()
    {
        var scale = Both((k, l) => _w[k, l]) / Number(_q * (_q - 1));
        return Of(
            scale * Each(k => Share(k) * (ExactNumber.One - Share(k))),
            i => scale * Each(k => Part(i, k) * (ExactNumber.One - Share(k))));
    }

    public ExactCoefficient Conger()
    {
        var raters = Enumerable.Range(0, _all.Raters).ToList();
        var pairs = raters.SelectMany(g => raters.Where(h => h != g), (g, h) => (g, h)).ToList();
        var all = Number(pairs.Count);
        return Of(
            Sum(pairs, p => Both((k, l) => _w[k, l] * RaterShare(p.g, k) * RaterShare(p.h, l))) / all,
            i => Sum(pairs, p => Both((k, l) => _w[k, l] * ((RaterPart(i, p.g, k) * RaterShare(p.h, l)) + (RaterShare(p.g, k) * RaterPart(i, p.h, l))))) / (all * Number(2)));
    }

    /// <summary>Krippendorff's alpha by weights (Gwet 2014, section 6.4), of units with two ratings or more.</summary>
    public ExactCoefficient Alpha()
    {
        var paired = _units.Where(i => Raters(i) > 1).ToList();
        var n = Number(paired.Count);
        var mean = Sum(paired, i => Number(Raters(i))) / n;
        var small = ExactNumber.One / Sum(paired, i => Number(Raters(i)));
        ExactNumber Unit(int i) => Agreeing(i) / (mean * Number(Raters(i) - 1));
        ExactNumber Pi(int k) => Sum(paired, i => Number(_all.Counts[i][k])) / (n * mean);
        var prime = Sum(paired, Unit) / n;
        var observed = ((ExactNumber.One - small) * prime) + small;
        var chance = Both((k, l) => _w[k, l] * Pi(k) * Pi(l));
        if (chance == ExactNumber.One)
        {
            return new ExactCoefficient(observed, chance, null, null);
        }

        var beyond = ExactNumber.One - chance;
        var alphaPrime = (prime - chance) / beyond;
        ExactNumber Linear(int i)
        {
            var over = (Number(Raters(i)) - mean) / mean;
            var own = (Unit(i) - (observed * over) - chance) / beyond;
            var chanceOfUnit = (Both((k, l) => _w[k, l] * Number(_all.Counts[i][k]) * Pi(l)) / mean) - (chance * over);
            return own - (Number(2) * (ExactNumber.One - alphaPrime) * (chanceOfUnit - chance) / beyond);
        }

        return new ExactCoefficient(observed, chance, (observed - chance) / beyond, Variance(paired, Linear, alphaPrime));
    }

    /// <summary>The percent of agreement, and its variance.</summary>
    public ExactCoefficient Percent() =>
        new(Observed, ExactNumber.Zero, Observed, Variance(_units, i => N / NPaired * Pairs(i), Observed));

    private ExactCoefficient Of(ExactNumber chance, Func<int, ExactNumber> chanceOfUnit)
    {
        var observed = Observed;
        if (chance == ExactNumber.One)
        {
            return new ExactCoefficient(observed, chance, null, null);
        }

        var beyond = ExactNumber.One - chance;
        var value = (observed - chance) / beyond;
        ExactNumber Linear(int i)
        {
            var own = N / NPaired * (Pairs(i) - (Raters(i) > 1 ? chance : ExactNumber.Zero)) / beyond;
            return own - (Number(2) * (ExactNumber.One - value) * (chanceOfUnit(i) - chance) / beyond);
        }

        return new ExactCoefficient(observed, chance, value, Variance(_units, Linear, value));
    }

    private static ExactNumber? Variance(List<int> units, Func<int, ExactNumber> linear, ExactNumber value)
    {
        var n = units.Count;
        return n < 2 ? null : Sum(units, i => (linear(i) - value) * (linear(i) - value)) / Number(n * (n - 1));
    }

    private int Raters(int i) => _all.Counts[i].Sum();

    private ExactNumber Agreeing(int i) => Both((k, l) => _w[k, l] * Number(_all.Counts[i][k] * (_all.Counts[i][l] - (k == l ? 1 : 0))));

    private ExactNumber Pairs(int i) => Raters(i) < 2 ? ExactNumber.Zero : Agreeing(i) / Number(Raters(i) * (Raters(i) - 1));

    private ExactNumber Part(int i, int k) => ExactNumber.Of(_all.Counts[i][k], Raters(i));

    private ExactNumber Share(int k) => Sum(_units, i => Part(i, k)) / N;

    private int RatedBy(int g) => _units.Count(i => _all.Rows[i][g] is not null);

    private ExactNumber RaterShare(int g, int k) => ExactNumber.Of(_units.Count(i => _all.Rows[i][g] == k), RatedBy(g));

    // What a unit adds to the share of a rater, to first order.
    private ExactNumber RaterPart(int i, int g, int k)
    {
        var share = RaterShare(g, k);
        var cell = _all.Rows[i][g];
        var distance = cell is null ? ExactNumber.Zero : (cell == k ? ExactNumber.One : ExactNumber.Zero) - share;
        return (N / Number(RatedBy(g)) * distance) + share;
    }

    private ExactNumber Each(Func<int, ExactNumber> term) => Sum([.. Enumerable.Range(0, _q)], term);

    private ExactNumber Both(Func<int, int, ExactNumber> term) => Each(k => Each(l => term(k, l)));

    private static ExactNumber Number(int value) => ExactNumber.Of(value);

    private static ExactNumber Sum<T>(IReadOnlyList<T> items, Func<T, ExactNumber> term) => ExactNumber.Sum(items.Select(term));
}
