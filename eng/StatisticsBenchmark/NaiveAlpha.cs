namespace QualityKit.StatisticsBenchmark;

/// <summary>Alpha as one would write it at first: a table of counts, the coincidence matrix, both disagreements.</summary>
internal static class NaiveAlpha
{
    public static double Ordinal(Triples triples)
    {
        const int q = Triples.Categories;
        var counts = new int[triples.UnitCount, q];
        for (int i = 0; i < triples.Units.Length; i++)
        {
            counts[triples.Units[i], triples.Values[i]]++;
        }

        var coincidences = new double[q, q];
        double[] totals = new double[q];
        for (int unit = 0; unit < triples.UnitCount; unit++)
        {
            int ratings = 0;
            for (int k = 0; k < q; k++)
            {
                ratings += counts[unit, k];
            }

            for (int k = 0; k < q && ratings > 1; k++)
            {
                totals[k] += counts[unit, k];
                for (int l = 0; l < q; l++)
                {
                    coincidences[k, l] += counts[unit, k] * (counts[unit, l] - (k == l ? 1.0 : 0)) / (ratings - 1);
                }
            }
        }

        return Alpha(coincidences, totals);
    }

    private static double Alpha(double[,] coincidences, double[] totals)
    {
        double n = totals.Sum();
        double observed = 0;
        double expected = 0;
        for (int k = 0; k < totals.Length; k++)
        {
            for (int l = 0; l < totals.Length; l++)
            {
                double between = -(totals[k] + totals[l]) / 2;
                for (int g = Math.Min(k, l); g <= Math.Max(k, l); g++)
                {
                    between += totals[g];
                }

                double squared = k == l ? 0 : between * between;
                observed += coincidences[k, l] * squared / n;
                expected += totals[k] * totals[l] * squared / (n * (n - 1));
            }
        }

        return 1 - (observed / expected);
    }
}
