using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>Counts while sheets are gone through.</summary>
internal sealed class ColumnTally(CutPoints cuts)
{
    public CutPoints Cuts => cuts;

    public long Count { get; set; }

    public long FormFailures { get; set; }

    public long Passed { get; set; }

    public long Failed { get; set; }

    /// <summary>How many sheets were worked out one by one.</summary>
    public long OneByOne { get; set; }

    /// <summary>How many totals lie in each interval between cut points.</summary>
    public long[] Intervals { get; } = new long[cuts.Intervals];

    public ExactSum Sum { get; } = new();

    /// <summary>Counts a sheet.</summary>
    public void Add(in CompactScore score)
    {
        Count++;
        OneByOne++;
        FormFailures += score.HasFormFailed ? 1 : 0;
        Passed += score.Outcome == Outcome.Passed ? 1 : 0;
        Failed += score.Outcome == Outcome.Failed ? 1 : 0;
        if (score.Total is { } total)
        {
            Intervals[cuts.IntervalOf(total.Value)]++;
            Sum.Add(total.Value);
        }
    }
}
