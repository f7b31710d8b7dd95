using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Intervals of shares and of means with errors, beside their formulas as printed.</summary>
public sealed class ShareIntervalTests
{
    private static readonly (long Successes, long Trials)[] Counts = [(0, 20), (1, 29), (15, 148), (81, 263), (7, 9), (20, 20), (1, 2), (1, 1)];

    [Theory]
    [InlineData(0.95)]
    [InlineData(0.8)]
    [InlineData(0.5)]
    public void Textbook_intervals_are_their_formulas(double confidence)
    {
        double z = NormalDistribution.UpperQuantile((1 - confidence) / 2);
        foreach ((long successes, long trials) in Counts)
        {
            double n = trials;
            double p = successes / n;
            (double Lower, double Upper) wald = Ends(ShareMethod.Wald);
            Near(p - (z * Math.Sqrt(p * (1 - p) / n)), wald.Lower);
            Near(p + (z * Math.Sqrt(p * (1 - p) / n)), wald.Upper);

            // Agresti and Coull (1998): z^2 / 2 more successes and z^2 / 2 more failures.
            double moved = n + (z * z);
            double centre = (successes + (z * z / 2)) / moved;
            (double Lower, double Upper) agresti = Ends(ShareMethod.AgrestiCoull);
            Near(Math.Min(p, centre - (z * Math.Sqrt(centre * (1 - centre) / moved))), agresti.Lower);
            Near(Math.Max(p, centre + (z * Math.Sqrt(centre * (1 - centre) / moved))), agresti.Upper);

            // Wilson (1927), as Newcombe (1998) prints it for his method 3.
            double root = z * Math.Sqrt((z * z) + (4 * n * p * (1 - p)));
            (double Lower, double Upper) wilson = Ends(ShareMethod.Wilson);
            Near(((2 * n * p) + (z * z) - root) / (2 * (n + (z * z))), wilson.Lower);
            Near(((2 * n * p) + (z * z) + root) / (2 * (n + (z * z))), wilson.Upper);

            (double Lower, double Upper) Ends(ShareMethod method)
            {
                ConfidenceInterval interval = SampleShare.Of(successes, trials).Interval(method, confidence).Interval!.Value;
                Assert.Equal(confidence, interval.Confidence);
                return (interval.Lower, interval.Upper);
            }
        }
    }

    // Newcombe (1998), method 4, with p and q = 1 - p as he prints it; at 0 and 1 the end is that of the range.
    [Theory]
    [InlineData(0.95)]
    [InlineData(0.8)]
    [InlineData(0.5)]
    public void The_corrected_interval_is_that_of_Newcombes_method_4(double confidence)
    {
        double z = NormalDistribution.UpperQuantile((1 - confidence) / 2);
        foreach ((long successes, long trials) in Counts)
        {
            double n = trials;
            double p = successes / n;
            double q = 1 - p;
            double lower = ((2 * n * p) + (z * z) - 1 - (z * Math.Sqrt((z * z) - 2 - (1 / n) + (4 * p * ((n * q) + 1))))) / (2 * (n + (z * z)));
            double upper = ((2 * n * p) + (z * z) + 1 + (z * Math.Sqrt((z * z) + 2 - (1 / n) + (4 * p * ((n * q) - 1))))) / (2 * (n + (z * z)));
            ConfidenceInterval interval = SampleShare.Of(successes, trials).Interval(ShareMethod.WilsonCorrected, confidence).Interval!.Value;
            Near(successes == 0 ? 0 : Math.Min(p, Math.Max(0, lower)), interval.Lower);
            Near(successes == trials ? 1 : Math.Max(p, Math.Min(1, upper)), interval.Upper);
        }

        // Newcombe (1998), table I: 81 of 263 and 15 of 148, 0.2535 to 0.3682 and 0.0598 to 0.1644.
        ConfidenceInterval printed = SampleShare.Of(81, 263).Interval(ShareMethod.WilsonCorrected).Interval!.Value;
        Assert.Equal(0.2535, printed.Lower, 5e-5);
        Assert.Equal(0.3682, printed.Upper, 5e-5);
        printed = SampleShare.Of(15, 148).Interval(ShareMethod.WilsonCorrected).Interval!.Value;
        Assert.Equal(0.0598, printed.Lower, 5e-5);
        Assert.Equal(0.1644, printed.Upper, 5e-5);
    }

    [Fact]
    public void Intervals_by_chances_leave_as_much_on_either_side()
    {
        foreach ((long successes, long trials) in Counts)
        {
            long failures = trials - successes;
            ConfidenceInterval exact = SampleShare.Of(successes, trials).Interval(ShareMethod.ClopperPearson, 0.9).Interval!.Value;
            Assert.Equal(successes == 0 ? 0 : 0.05, successes == 0 ? exact.Lower : BinomialDistribution.Upper(successes - 1, trials, exact.Lower), 1e-13);
            Assert.Equal(failures == 0 ? 1 : 0.05, failures == 0 ? exact.Upper : BinomialDistribution.Lower(successes, trials, exact.Upper), 1e-13);
            ConfidenceInterval jeffreys = SampleShare.Of(successes, trials).Interval(ShareMethod.Jeffreys, 0.9).Interval!.Value;
            Assert.Equal(successes == 0 ? 0 : 0.05, successes == 0 ? jeffreys.Lower : BetaDistribution.Lower(jeffreys.Lower, successes + 0.5, failures + 0.5), 1e-13);
            Assert.Equal(failures == 0 ? 1 : 0.05, failures == 0 ? jeffreys.Upper : BetaDistribution.Upper(jeffreys.Upper, successes + 0.5, failures + 0.5), 1e-13);
        }
    }

    [Fact]
    public void No_success_and_no_failure_close_the_interval_at_0_and_1()
    {
        foreach (int n in new[] { 1, 3, 22 })
        {
            foreach (ShareMethod method in new[] { ShareMethod.Wilson, ShareMethod.WilsonCorrected, ShareMethod.ClopperPearson, ShareMethod.Jeffreys })
            {
                Assert.Equal(0, new ShareIntervals(0, n, 0.7).Of(method).Lower);
                Assert.Equal(1, new ShareIntervals(n, n, 0.7).Of(method).Upper);
                Assert.InRange(new ShareIntervals(0, n, 0.7).Of(method).Upper, 1e-3, 0.999);
                Assert.InRange(new ShareIntervals(n, n, 0.7).Of(method).Lower, 1e-3, 0.999);
            }
        }
    }

    [Fact]
    public void An_unknown_method_is_refused()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => SampleShare.Of(1, 2).Interval((ShareMethod)17));
        Assert.Equal("method", error.ParamName);
        Assert.Contains("unknown method", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interval_of_a_value_is_cut_off_above_what_it_can_be_but_holds_the_value()
    {
        double z = NormalDistribution.UpperQuantile(0.1);
        Is(-2 - (z * 0.25), -2 + (z * 0.25), Intervals.Normal(-2, 0.25, 0.8));
        Is(0.9 - (z * 3), 1, Intervals.Normal(0.9, 3, 0.8, 1));
        Is(0.5 - (z * 0.25), 0.5 + (z * 0.25), Intervals.Normal(0.5, 0.25, 0.8, 1));
        Is(1.5 - (z * 0.25), 1.5, Intervals.Normal(1.5, 0.25, 0.8, 1));
        double t = StudentTDistribution.UpperQuantile(0.1, 2.5);
        Is(-2 - (t * 0.25), -2 + (t * 0.25), Intervals.StudentT(-2, 0.25, 2.5, 0.8));
        Is(0.9 - (t * 3), 1, Intervals.StudentT(0.9, 3, 2.5, 0.8, 1));
        Is(1.5 - (t * 0.25), 1.5, Intervals.StudentT(1.5, 0.25, 2.5, 0.8, 1));

        // With so few degrees t is infinite; without an error there is still nothing to add.
        Assert.Equal(new ConfidenceInterval(-3.5, -3.5, 0.8), Intervals.StudentT(-3.5, 0, 1e-3, 0.8));

        static void Is(double lower, double upper, ConfidenceInterval interval)
        {
            Near(lower, interval.Lower);
            Near(upper, interval.Upper);
            Assert.Equal(0.8, interval.Confidence);
        }
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-12);
}
