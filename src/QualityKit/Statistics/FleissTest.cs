using System.Collections.Immutable;

namespace QualityKit.Statistics;

/// <summary>Whether raters agree at all, as a whole and on each category, when every unit has the same number of ratings.</summary>
/// <remarks>Fleiss (1971), with the standard errors by chance as Fleiss, Nee and Landis (1979) corrected them.</remarks>
public sealed record FleissTest
{
    /// <summary>Fleiss' kappa.</summary>
    public required Estimate Kappa { get; init; }

    /// <summary>The standard error that kappa has if raters agree by chance only; null where kappa has no value, or the units have different numbers of ratings.</summary>
    public double? ErrorByChance { get; init; }

    /// <summary>Kappa in standard errors by chance.</summary>
    public double? Z => Kappa.Value / ErrorByChance;

    /// <summary>The kappa of each category against all others; null for a category that was not used, or alone.</summary>
    public ImmutableArray<double?> Categories { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The standard error by chance of every category's kappa.</summary>
    public double? CategoryErrorByChance { get; init; }

    /// <summary>Tests the ratings.</summary>
    /// <param name="counts">The ratings.</param>
    public static FleissTest Of(UnitCounts counts)
    {
        Estimate kappa = Agreement.Fleiss(counts);
        int[] sizes = [.. Enumerable.Range(0, counts.Rows).Where(row => counts.TimesOf(row) > 0).Select(row => counts.Row(row).ToArray().Sum()).Distinct()];
        if (!kappa.HasValue || sizes is not [int ratings])
        {
            return new FleissTest { Kappa = kappa };
        }

        double pairs = kappa.Units * ratings * (ratings - 1.0);
        double[] shares = [.. Enumerable.Range(0, counts.Scale.Count).Select(k => Sum(counts, k, count => count) / (kappa.Units * (double)ratings))];
        double spread = shares.Sum(share => share * (1 - share));
        double skew = shares.Sum(share => share * (1 - share) * (1 - (2 * share)));
        return new FleissTest
        {
            Kappa = kappa,
            ErrorByChance = Math.Sqrt(2 / pairs * ((spread * spread) - skew)) / spread,
            CategoryErrorByChance = Math.Sqrt(2 / pairs),
            Categories = [.. shares.Select((share, k) => share is 0 or 1
                ? (double?)null
                : 1 - (Sum(counts, k, count => count * (ratings - (double)count)) / (pairs * share * (1 - share))))],
        };
    }

    private static double Sum(UnitCounts counts, int category, Func<int, double> term) =>
        Enumerable.Range(0, counts.Rows).Sum(row => counts.TimesOf(row) * term(counts.Row(row)[category]));
}
