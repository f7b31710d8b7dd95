using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>What evaluators are compared with: an expert, or what they agree on among themselves.</summary>
public sealed class CalibrationBenchmark
{
    private const string Consensus = "";

    private readonly Func<CalibrationForm, ImmutableArray<CalibrationSheet>, int, CalibrationSheet> _sheet;

    private CalibrationBenchmark(Func<CalibrationForm, ImmutableArray<CalibrationSheet>, int, CalibrationSheet> sheet) => _sheet = sheet;

    /// <summary>The mean of all evaluators: of totals, of groups, and of questions that most of them scored.</summary>
    public static CalibrationBenchmark Mean { get; } = new((form, sheets, _) => Summary(form, sheets, MeanOf));

    /// <summary>The median of all evaluators, which one outlier does not move. The default where there is no expert.</summary>
    public static CalibrationBenchmark Median { get; } = new((form, sheets, _) => Summary(form, sheets, MedianOf));

    /// <summary>The most frequent answer to each question, the lower one of a tie, scored as a sheet of its own.</summary>
    public static CalibrationBenchmark Mode { get; } = new((form, sheets, _) =>
        form.SheetOf(Consensus, [.. form.Questions.Select((_, i) => ModeOf([.. sheets.Select(sheet => sheet.Questions[i])]))]));

    /// <summary>The mean of the others, so that nobody is compared with themselves. One evaluator alone has no benchmark.</summary>
    public static CalibrationBenchmark LeaveOneOutMean { get; } = new((form, sheets, at) => Summary(form, sheets.RemoveAt(at), MeanOf));

    /// <summary>An expert's sheet.</summary>
    public static CalibrationBenchmark Expert(CalibrationSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new CalibrationBenchmark((_, _, _) => sheet);
    }

    internal static Fraction? MeanOf(ImmutableArray<Fraction> values) =>
        values.IsEmpty ? null : values.Aggregate(Fraction.Zero, (sum, value) => sum + value) / values.Length;

    internal static Fraction? MedianOf(ImmutableArray<Fraction> values)
    {
        ImmutableArray<Fraction> sorted = values.Sort();
        int middle = sorted.Length / 2;
        return sorted.IsEmpty ? null : sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>What the evaluator at a position is compared with.</summary>
    internal CalibrationSheet SheetFor(CalibrationForm form, ImmutableArray<CalibrationSheet> sheets, int at) => _sheet(form, sheets, at);

    private static CalibrationSheet Summary(CalibrationForm form, ImmutableArray<CalibrationSheet> sheets, Func<ImmutableArray<Fraction>, Fraction?> middle) => new()
    {
        Evaluator = Consensus,
        Total = middle(Known(sheets.Select(sheet => sheet.Total))),
        Groups = form.Groups.ToImmutableDictionary(
            group => group, group => middle(Known(sheets.Select(sheet => sheet.Groups.GetValueOrDefault(group)))), StringComparer.Ordinal),
        Questions = [.. form.Questions.Select((_, i) => OfMost([.. sheets.Select(sheet => sheet.Questions[i])], middle))],
    };

    // N/A where more than half say so.
    private static Fraction? OfMost(ImmutableArray<Fraction?> values, Func<ImmutableArray<Fraction>, Fraction?> middle)
    {
        ImmutableArray<Fraction> known = Known(values);
        return 2 * known.Length >= values.Length ? middle(known) : null;
    }

    private static Fraction? ModeOf(ImmutableArray<Fraction?> values)
    {
        ImmutableArray<Fraction?> mostFirst =
        [
            .. values.GroupBy(value => value)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key is null ? 1 : 0)
                .ThenBy(group => group.Key ?? Fraction.Zero)
                .Select(group => group.Key),
        ];
        return mostFirst[0];
    }

    private static ImmutableArray<Fraction> Known(IEnumerable<Fraction?> values) => [.. values.OfType<Fraction>()];
}
