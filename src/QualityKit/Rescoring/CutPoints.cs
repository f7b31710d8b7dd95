using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>Every point at which a total changes its outcome, its band or its bin, ascending; between two of them all totals are alike.</summary>
internal sealed class CutPoints
{
    public CutPoints(EvaluationForm form, ReadOnlySpan<Score> limits)
    {
        var points = new SortedSet<CutPoint>();
        foreach (Score limit in limits)
        {
            points.Add(new CutPoint(limit.Value, isAfter: false));
        }

        if (form.Pass?.Mark is { } mark)
        {
            // A grade passes up to its mark, every other score from it.
            points.Add(new CutPoint(mark.Value, isAfter: mark.Unit == ScoreUnit.Grade));
        }

        foreach (Band band in form.Bands)
        {
            if (band.Minimum is { } minimum)
            {
                points.Add(new CutPoint(minimum.Value, isAfter: false));
            }

            if (band.Top is { } top)
            {
                points.Add(new CutPoint(top.Value, isAfter: true));
            }
        }

        Points = [.. points];
    }

    public ImmutableArray<CutPoint> Points { get; }

    /// <summary>How many intervals the points make.</summary>
    public int Intervals => Points.Length + 1;

    /// <summary>The interval that a total lies in.</summary>
    public int IntervalOf(Fraction total)
    {
        int interval = 0;
        while (interval < Points.Length && Points[interval].IsReachedBy(total))
        {
            interval++;
        }

        return interval;
    }

    /// <summary>The interval that a quotient lies in; the denominator is positive and both are within 62 bits.</summary>
    public int IntervalOf(long numerator, long denominator)
    {
        int interval = 0;
        while (interval < Points.Length && Points[interval].IsReachedBy(numerator, denominator))
        {
            interval++;
        }

        return interval;
    }

    /// <summary>Some total of an interval.</summary>
    public Fraction Inside(int interval)
    {
        if (interval == 0)
        {
            return Points.IsEmpty ? Fraction.Zero : Points[0].Value - 1;
        }

        CutPoint below = Points[interval - 1];
        return !below.IsAfter ? below.Value
            : interval == Points.Length ? below.Value + 1
            : (below.Value + Points[interval].Value) / 2;
    }
}
