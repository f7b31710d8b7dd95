using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Statistics;

/// <summary>Cases with an outcome, such as a customer's rating, and what may drive it. A case in which anything is missing is left out, and counted.</summary>
public sealed class DriverData
{
    private DriverData(ImmutableArray<string> names, double[] outcome, double[][] columns, int leftOut)
    {
        (Names, Outcome, Columns, LeftOut) = (names, outcome, columns, leftOut);
        IsBinary = outcome.Length > 0 && outcome.All(value => value is 0 or 1);
    }

    /// <summary>The names of the predictors, in the order given.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>How many cases are complete.</summary>
    public int Cases => Outcome.Length;

    /// <summary>How many cases were left out, because the outcome or a predictor is missing.</summary>
    public int LeftOut { get; }

    /// <summary>Whether the outcome of every complete case is 0 or 1.</summary>
    public bool IsBinary { get; }

    internal double[] Outcome { get; }

    /// <summary>The predictors of complete cases, one array each.</summary>
    internal double[][] Columns { get; }

    internal EstimateSize Size => new(Cases, Cases, 0);

    /// <summary>Takes in an outcome and what may drive it.</summary>
    /// <param name="outcome">One value a case, a number at most 1e100 from 0; null where there is none.</param>
    /// <param name="predictors">At least one.</param>
    /// <returns>The data, or every missing name (QK7101) and name given twice (QK7102), length that is not that of the outcome (QK7103), and column with a value that cannot be used (QK7104).</returns>
    /// <exception cref="ArgumentException">There is no predictor.</exception>
    public static Validated<DriverData> From(IEnumerable<double?> outcome, params IEnumerable<Predictor> predictors)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(predictors);
        double?[] all = [.. outcome];
        Predictor[] given = [.. predictors];
        if (given.Length == 0 || given.Contains(null))
        {
            throw new ArgumentException("at least one predictor is needed, and none is null", nameof(predictors));
        }

        var issues = new IssueList();
        CheckValues(issues, all, "/outcome");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < given.Length; i++)
        {
            Check(issues, given[i], $"/predictors/{i}", all.Length, seen);
        }

        return new Validated<DriverData>(issues.HasErrors ? null : Complete(all, given), issues.ToImmutable());
    }

    private static void Check(IssueList issues, Predictor predictor, string pointer, int cases, HashSet<string> seen)
    {
        if (string.IsNullOrWhiteSpace(predictor.Name))
        {
            issues.Error(IssueCodes.PredictorWithoutName, $"{pointer}/name");
        }
        else if (!seen.Add(predictor.Name))
        {
            issues.Error(IssueCodes.PredictorNamedTwice, $"{pointer}/name", ("name", predictor.Name));
        }

        if (predictor.Values.Length != cases)
        {
            issues.Error(IssueCodes.PredictorOfOtherLength, $"{pointer}/values", ("length", predictor.Values.Length), ("expected", cases));
        }

        CheckValues(issues, [.. predictor.Values], $"{pointer}/values");
    }

    // One issue a column: a column that went wrong did so in thousands of places.
    private static void CheckValues(IssueList issues, double?[] values, string pointer)
    {
        int[] unusable = [.. Enumerable.Range(0, values.Length).Where(i => values[i] is { } value && !RatingScale.IsUsable(value))];
        if (unusable.Length > 0)
        {
            issues.Error(IssueCodes.UnusableDriverValue, $"{pointer}/{unusable[0]}", ("count", unusable.Length));
        }
    }

    private static DriverData Complete(double?[] outcome, Predictor[] predictors)
    {
        int[] rows = [.. Enumerable.Range(0, outcome.Length).Where(row => outcome[row] is not null && predictors.All(predictor => predictor.Values[row] is not null))];
        return new DriverData(
            [.. predictors.Select(predictor => predictor.Name)],
            [.. rows.Select(row => outcome[row]!.Value)],
            [.. predictors.Select(predictor => rows.Select(row => predictor.Values[row]!.Value).ToArray())],
            outcome.Length - rows.Length);
    }
}
