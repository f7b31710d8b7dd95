namespace QualityKit.Reference.Statistics;

/// <summary>What predictors explain of an outcome, in exact fractions: regressions by elimination, and shares as the mean over every order of entering (Lindeman, Merenda and Gold 1980).</summary>
public sealed class ExactDrivers
{
    private readonly ExactNumber[] _outcome;
    private readonly ExactNumber[][] _predictors;

    public ExactDrivers(IEnumerable<ExactNumber> outcome, IEnumerable<IEnumerable<ExactNumber>> predictors)
    {
        _outcome = Centered([.. outcome]);
        _predictors = [.. predictors.Select(predictor => Centered([.. predictor]))];
    }

    /// <summary>R squared of a set of predictors; null when they follow from each other or nothing varies.</summary>
    public ExactNumber? RSquared(params int[] set)
    {
        ArgumentNullException.ThrowIfNull(set);
        ExactNumber all = Product(_outcome, _outcome);
        if (all.IsZero || Slopes(set) is not { } slopes)
        {
            return null;
        }

        return ExactNumber.Sum(set.Select((predictor, i) => slopes[i] * Product(_predictors[predictor], _outcome))) / all;
    }

    /// <summary>The coefficients of a set of predictors; null when they follow from each other.</summary>
    public ExactNumber[]? Slopes(params int[] set)
    {
        ArgumentNullException.ThrowIfNull(set);
        ExactNumber[][] rows = [.. set.Select(i => set.Select(j => Product(_predictors[i], _predictors[j])).Append(Product(_predictors[i], _outcome)).ToArray())];
        for (int step = 0; step < rows.Length; step++)
        {
            int pivot = Array.FindIndex(rows, step, row => !row[step].IsZero);
            if (pivot < 0)
            {
                return null;
            }

            (rows[step], rows[pivot]) = (rows[pivot], rows[step]);
            for (int other = 0; other < rows.Length; other++)
            {
                if (other != step)
                {
                    ExactNumber factor = rows[other][step] / rows[step][step];
                    rows[other] = [.. rows[other].Zip(rows[step], (cell, below) => cell - (factor * below))];
                }
            }
        }

        return [.. rows.Select((row, i) => row[^1] / row[i])];
    }

    /// <summary>What a predictor adds on average over all orders in which all can enter.</summary>
    public ExactNumber? Share(int predictor)
    {
        var gains = new List<ExactNumber>();
        foreach (int[] order in Orders([.. Enumerable.Range(0, _predictors.Length)]))
        {
            int place = Array.IndexOf(order, predictor);
            if (RSquared(order[..(place + 1)]) is not { } with || RSquared(order[..place]) is not { } without)
            {
                return null;
            }

            gains.Add(with - without);
        }

        return ExactNumber.Mean(gains);
    }

    /// <summary>What a predictor adds on average to sets of a size.</summary>
    public ExactNumber? Share(int predictor, int size)
    {
        var gains = new List<ExactNumber>();
        for (int set = 0; set < 1 << _predictors.Length; set++)
        {
            int[] members = [.. Enumerable.Range(0, _predictors.Length).Where(i => (set & (1 << i)) != 0)];
            if (members.Length == size && !members.Contains(predictor))
            {
                if (RSquared([.. members, predictor]) is not { } with || RSquared(members) is not { } without)
                {
                    return null;
                }

                gains.Add(with - without);
            }
        }

        return ExactNumber.Mean(gains);
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));

    private static ExactNumber[] Centered(ExactNumber[] values)
    {
        ExactNumber mean = ExactNumber.Mean(values)!;
        return [.. values.Select(value => value - mean)];
    }

    private static ExactNumber Product(ExactNumber[] a, ExactNumber[] b) => ExactNumber.Sum(a.Zip(b, (x, y) => x * y));
}
