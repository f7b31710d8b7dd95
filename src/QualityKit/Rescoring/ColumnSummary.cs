using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>What many sheets scored: counts, and the exact mean. Summaries of parts merge to the summary of the whole.</summary>
/// <remarks>Immutable. Counts are exact: every total was compared exactly with every mark and limit.</remarks>
public sealed class ColumnSummary
{
    private readonly CutPoints _cuts;
    private readonly ImmutableArray<long> _intervals;
    private readonly Fraction _sum;

    internal ColumnSummary(EvaluationForm form, ImmutableArray<Score> limits, ColumnTally tally)
    {
        Form = form;
        Limits = limits;
        Count = tally.Count;
        FormFailures = tally.FormFailures;
        Passed = tally.Passed;
        Failed = tally.Failed;
        OneByOne = tally.OneByOne;
        _cuts = tally.Cuts;
        _intervals = [.. tally.Intervals];
        _sum = tally.Sum.Value;
    }

    private ColumnSummary(ColumnSummary left, ColumnSummary right)
    {
        Form = left.Form;
        Limits = left.Limits;
        Count = left.Count + right.Count;
        FormFailures = left.FormFailures + right.FormFailures;
        Passed = left.Passed + right.Passed;
        Failed = left.Failed + right.Failed;
        OneByOne = left.OneByOne + right.OneByOne;
        _cuts = left._cuts;
        _intervals = [.. left._intervals.Zip(right._intervals, (one, other) => one + other)];
        _sum = left._sum + right._sum;
    }

    /// <summary>The form that the sheets were scored under.</summary>
    public EvaluationForm Form { get; }

    /// <summary>How many sheets there are.</summary>
    public long Count { get; }

    /// <summary>How many of them have a total; the others had nothing applicable (rule S17) and stay out of the mean, the bands and the bins.</summary>
    public long Scored => _intervals.Sum();

    /// <summary>How many sheets failed as a whole (rule S15).</summary>
    public long FormFailures { get; }

    /// <summary>How many passed (rule S18).</summary>
    public long Passed { get; }

    /// <summary>How many failed (rule S18). The rest has no outcome.</summary>
    public long Failed { get; }

    /// <summary>The mean of scores, exact (rule S22); null when no sheet has a total.</summary>
    public Score? Mean => Scored == 0 ? null : new Score(_sum / Fraction.Of(Scored), Form.Method.Unit);

    /// <summary>How many totals lie in each band of the form, in its order.</summary>
    public ImmutableArray<BandCount> Bands =>
        [.. Form.Bands.Select(band => new BandCount { Band = band, Count = CountWhere(total => ReferenceEquals(Verdict.BandOf(total, Form.Bands), band)) })];

    /// <summary>The limits between bins that were asked for, ascending.</summary>
    public ImmutableArray<Score> Limits { get; }

    /// <summary>How many totals lie in each bin: below the first limit, from a limit (included) to the next, from the last one up.</summary>
    public ImmutableArray<long> Bins => [.. Enumerable.Range(0, Limits.Length + 1).Select(bin => CountWhere(total =>
        (bin == 0 || total >= Limits[bin - 1]) && (bin == Limits.Length || total < Limits[bin])))];

    /// <summary>How many sheets were worked out one by one: all that vectors cannot decide.</summary>
    internal long OneByOne { get; }

    /// <summary>The summary of the sheets of both.</summary>
    /// <exception cref="ArgumentException">They are of different forms, or have other limits.</exception>
    public ColumnSummary Merge(ColumnSummary other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !Form.Equals(other.Form)
            ? throw new ArgumentException($"a summary under `{other.Form}` cannot be merged with one under `{Form}`", nameof(other))
            : !Limits.AsSpan().SequenceEqual(other.Limits.AsSpan())
            ? throw new ArgumentException("the summaries have different limits between bins", nameof(other))
            : new ColumnSummary(this, other);
    }

    /// <summary>Counts and mean in one line.</summary>
    public override string ToString() => $"{Count} sheets, mean {Mean?.ToString() ?? "none"}, {Passed} passed, {Failed} failed";

    // All totals of an interval are alike, so one of them speaks for it.
    private long CountWhere(Func<Score, bool> holds) =>
        Enumerable.Range(0, _intervals.Length).Where(interval => holds(new Score(_cuts.Inside(interval), Form.Method.Unit))).Sum(interval => _intervals[interval]);
}
