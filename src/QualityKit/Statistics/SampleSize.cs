using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>How many evaluations it takes to know something.</summary>
public static class SampleSize
{
    // The chi-square quantile as Krejcie and Morgan print it.
    private const double PrintedChiSquare = 3.841;

    /// <summary>To know a share to within a margin: n0 = z^2 p (1 - p) / e^2, and n0 / (1 + (n0 - 1) / N) of a population (Cochran 1977, section 4.4).</summary>
    /// <param name="margin">The margin, above 0: 0.05 for five points on either side.</param>
    /// <param name="population">How many there are, 1 or more; null for no end.</param>
    /// <param name="expected">The share that is expected, between 0 and 1; a half needs the most.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static SampleNeed ForShare(double margin, long? population = null, double expected = 0.5, double confidence = 0.95)
    {
        Guard.Positive(margin);
        Guard.Chance(expected);
        double z = Z(confidence);
        double endless = z / margin * (z / margin) * expected * (1 - expected);
        return Need(endless, endless - 1, population);
    }

    /// <summary>The table of Krejcie and Morgan (1970): as <see cref="ForShare"/>, with 3.841 for z^2 and rounded to the nearest number, so at times one too few.</summary>
    /// <param name="population">How many there are, 1 or more.</param>
    /// <param name="margin">The margin, above 0.</param>
    /// <param name="expected">The share that is expected, between 0 and 1.</param>
    public static SampleNeed KrejcieMorgan(long population, double margin = 0.05, double expected = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(population);
        Guard.Positive(margin);
        Guard.Chance(expected);
        double above = PrintedChiSquare * expected * (1 - expected);
        double exact = population * above / ((margin * margin * (population - 1.0)) + above);
        return new SampleNeed(exact, (long)Math.Round(exact, MidpointRounding.AwayFromZero));
    }

    /// <summary>To know a mean to within a margin, when the deviation is known: n0 = (z s / e)^2, and n0 / (1 + n0 / N) of a population (Cochran 1977, section 4.6).</summary>
    /// <param name="standardDeviation">Of single scores, above 0.</param>
    /// <param name="margin">The margin, above 0.</param>
    /// <param name="population">How many there are, 1 or more; null for no end.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static SampleNeed ForMean(double standardDeviation, double margin, long? population = null, double confidence = 0.95)
    {
        Guard.Positive(standardDeviation);
        Guard.Positive(margin);
        double endless = Math.Pow(Z(confidence) * standardDeviation / margin, 2);
        return Need(endless, endless, population);
    }

    /// <summary>To know a mean to within a margin, when the deviation must be taken from the sample itself: the smallest n with t s / sqrt(n) sqrt(1 - n / N) at most e (Student 1908; Cochran 1977, section 2.8).</summary>
    /// <param name="standardDeviation">Of single scores, as expected; above 0.</param>
    /// <param name="margin">The margin, above 0.</param>
    /// <param name="population">How many there are, 1 or more; null for no end.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static long ForMeanByStudent(double standardDeviation, double margin, long? population = null, double confidence = 0.95)
    {
        long least = ForMean(standardDeviation, margin, population, confidence).Required;
        double side = (1 - confidence) / 2;
        return Smallest(least, population, n =>
            StudentTDistribution.UpperQuantile(side, n - 1) * standardDeviation * Math.Sqrt((1.0 / n) - (1.0 / (population ?? double.PositiveInfinity))) <= margin);
    }

    /// <summary>To notice a shift of a mean, when the deviation is known: ((z(alpha) + z(beta)) / d)^2 (NIST/SEMATECH e-Handbook, 7.2.2.2).</summary>
    /// <param name="shift">How many standard deviations, above 0.</param>
    /// <param name="falseAlarm">The chance of an alarm without a shift, between 0 and 1.</param>
    /// <param name="missed">The chance to miss the shift, between 0 and 1.</param>
    /// <param name="isOneSided">Whether only a drop matters, or only a rise.</param>
    public static SampleNeed ForShift(double shift, double falseAlarm = 0.05, double missed = 0.1, bool isOneSided = true)
    {
        Guard.Positive(shift);
        Guard.Chance(falseAlarm);
        Guard.Chance(missed);
        double sum = NormalDistribution.UpperQuantile(isOneSided ? falseAlarm : falseAlarm / 2) + NormalDistribution.UpperQuantile(missed);
        return SampleNeed.Of(Math.Pow(Math.Max(0, sum) / shift, 2));
    }

    /// <summary>To notice a shift of a mean, when the deviation must be taken from the sample itself: the smallest n that is at least ((t(alpha) + t(beta)) / d)^2 (NIST/SEMATECH e-Handbook, 7.2.2.2).</summary>
    /// <param name="shift">How many standard deviations, above 0.</param>
    /// <param name="falseAlarm">The chance of an alarm without a shift, between 0 and 1.</param>
    /// <param name="missed">The chance to miss the shift, between 0 and 1.</param>
    /// <param name="isOneSided">Whether only a drop matters, or only a rise.</param>
    public static long ForShiftByStudent(double shift, double falseAlarm = 0.05, double missed = 0.1, bool isOneSided = true)
    {
        long least = ForShift(shift, falseAlarm, missed, isOneSided).Required;
        double side = isOneSided ? falseAlarm : falseAlarm / 2;
        return Smallest(least, null, n =>
            n >= Math.Pow(Math.Max(0, StudentTDistribution.UpperQuantile(side, n - 1) + StudentTDistribution.UpperQuantile(missed, n - 1)) / shift, 2));
    }

    /// <summary>How many must be checked, all of them good, to say that less than a share is bad: the smallest n with (1 - p)^n at most alpha (Hanley and Lippman-Hand 1983).</summary>
    /// <param name="maximum">The share of bad ones to rule out, between 0 and 1.</param>
    /// <param name="alpha">The chance to be wrong, between 0 and 1.</param>
    public static long WithoutDefect(double maximum, double alpha = 0.05)
    {
        Guard.Chance(maximum);
        Guard.Chance(alpha);
        return SampleNeed.Of(Math.Log(alpha) / SpecialFunctions.LogOnePlus(-maximum)).Required;
    }

    /// <summary>The same of a population: the smallest n that misses all bad ones with a chance of at most alpha, C(N - D, n) / C(N, n) (Cochran 1977, section 3.5: hypergeometric).</summary>
    /// <param name="population">How many there are, 1 or more.</param>
    /// <param name="defects">How many bad ones to rule out, 1 to all.</param>
    /// <param name="alpha">The chance to be wrong, between 0 and 1.</param>
    public static long WithoutDefect(long population, long defects, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(population);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(defects);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(defects, population);
        Guard.Chance(alpha);
        double chance = 1;
        long n = 0;
        while (chance > alpha * (1 + 1e-12))
        {
            chance *= (population - defects - n) / (double)(population - n);
            n++;
        }

        return n;
    }

    /// <summary>How far a share of a sample may be from that of all: z sqrt(p (1 - p) / n (N - n) / (N - 1)) (Cochran 1977, section 3.6). For planning; to report use <see cref="SampleShare"/>.</summary>
    /// <param name="sample">How many are checked, 1 or more.</param>
    /// <param name="population">How many there are, at least as many; null for no end.</param>
    /// <param name="expected">The share that is expected, 0 to 1.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static double MarginOfShare(long sample, long? population = null, double expected = 0.5, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sample);
        Guard.Share(expected);
        if (population < sample)
        {
            throw new ArgumentOutOfRangeException(nameof(population), population, "a population is at least as large as its sample");
        }

        double left = population is { } all ? (all - sample) / Math.Max(1, all - 1.0) : 1;
        return Z(confidence) * Math.Sqrt(expected * (1 - expected) / sample * left);
    }

    private static double Z(double confidence)
    {
        Guard.Chance(confidence);
        return NormalDistribution.UpperQuantile((1 - confidence) / 2);
    }

    private static SampleNeed Need(double endless, double counted, long? population)
    {
        if (population is not { } all)
        {
            return SampleNeed.Of(endless);
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(all, nameof(population));
        return SampleNeed.Of(Math.Min(all, endless / (1 + (counted / all))));
    }

    // Every condition here holds from some number on; found by doubling and halving.
    private static long Smallest(long least, long? population, Func<long, bool> isEnough)
    {
        long below = Math.Max(2, least) - 1;
        long enough = below + 1;
        while (!isEnough(enough) && enough < (population ?? long.MaxValue))
        {
            (below, enough) = (enough, Math.Min(population ?? long.MaxValue, enough + (enough / 8) + 1));
        }

        while (enough - below > 1)
        {
            long middle = below + ((enough - below) / 2);
            (below, enough) = isEnough(middle) ? (below, middle) : (middle, enough);
        }

        return Math.Min(enough, population ?? long.MaxValue);
    }
}
