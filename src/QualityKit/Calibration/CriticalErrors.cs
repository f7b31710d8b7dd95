using QualityKit.Statistics;

namespace QualityKit.Calibration;

/// <summary>An evaluator's critical errors against the expert's. Misses and over-marks are apart, because they cost different people.</summary>
public sealed record CriticalErrors
{
    /// <summary>Calls that both marked.</summary>
    public required long Found { get; init; }

    /// <summary>Calls that only the evaluator marked.</summary>
    public required long OverMarked { get; init; }

    /// <summary>Calls that only the expert marked.</summary>
    public required long Missed { get; init; }

    /// <summary>Calls that neither marked.</summary>
    public required long Clean { get; init; }

    /// <summary>The share of the expert's errors that were found; null when there are none.</summary>
    public double? Sensitivity => Share(Found, Found + Missed);

    /// <summary>The share of the expert's errors that were missed.</summary>
    public double? MissRate => Share(Missed, Found + Missed);

    /// <summary>The share of clean calls left unmarked; null when there are none.</summary>
    public double? Specificity => Share(Clean, Clean + OverMarked);

    /// <summary>The share of clean calls that were marked.</summary>
    public double? OverMarkRate => Share(OverMarked, Clean + OverMarked);

    /// <summary>The share of marks that are right; null when nothing was marked.</summary>
    public double? Precision => Share(Found, Found + OverMarked);

    /// <summary>The harmonic mean of precision and sensitivity (van Rijsbergen 1979); null when neither marked anything.</summary>
    public double? F1 => Share(2 * Found, (2 * Found) + OverMarked + Missed);

    /// <summary>The mean of sensitivity and specificity.</summary>
    public double? BalancedAccuracy => (Sensitivity + Specificity) / 2;

    /// <summary>The correlation of the two marks (Matthews 1975); null when one of them never varies.</summary>
    public double? Correlation
    {
        get
        {
            double below = Math.Sqrt(Found + (double)OverMarked) * Math.Sqrt(Found + (double)Missed) * Math.Sqrt(Clean + (double)OverMarked) * Math.Sqrt(Clean + (double)Missed);
            return below == 0 ? null : (((double)Found * Clean) - ((double)OverMarked * Missed)) / below;
        }
    }

    /// <summary>The share of calls on which they agree.</summary>
    public Estimate Agreement => Statistics.Agreement.Percent(Table.ToCounts());

    /// <summary>Cohen's kappa (1960).</summary>
    public Estimate Kappa => Table.Cohen();

    /// <summary>Gwet's AC1 (2008), which stays high where errors are rare.</summary>
    public Estimate GwetAc1 => Statistics.Agreement.Gwet(Table.ToCounts());

    /// <summary>Kappa adjusted for prevalence and bias (Byrt and others 1993).</summary>
    public Estimate Pabak => Statistics.Agreement.BrennanPrediger(Table.ToCounts());

    /// <summary>Whether the evaluator marks more or less often than the expert.</summary>
    public McNemarTest Strictness => McNemarTest.Of(OverMarked, Missed);

    private ContingencyTable Table => ContingencyTable.Of(RatingScale.YesNo, new[,] { { Clean, Missed }, { OverMarked, Found } });

    private static double? Share(long part, long whole) => whole == 0 ? null : part / (double)whole;
}
