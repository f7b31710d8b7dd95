using QualityKit.Reference;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Sizes, allocation and the choice of samples.</summary>
public sealed class SamplingTests
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 4000).Select(i => $"call-{i:0000}")];

    // Krejcie and Morgan (1970), table 1.
    [Theory]
    [InlineData(10, 10)]
    [InlineData(100, 80)]
    [InlineData(500, 217)]
    [InlineData(1000, 278)]
    [InlineData(5000, 357)]
    [InlineData(100000, 384)]
    public void The_table_of_Krejcie_and_Morgan_comes_out(long population, long size)
    {
        // 100,000 gives 382.63: the table prints 384.
        Assert.InRange(size - SampleSize.KrejcieMorgan(population).Required, 0, population == 100000 ? 1 : 0);
    }

    [Fact]
    public void A_sample_is_never_larger_than_the_population()
    {
        Assert.Equal(385, SampleSize.ForShare(0.05).Required);
        Assert.Equal(1, SampleSize.ForShare(0.05, 1).Required);
        Assert.Equal(10, SampleSize.ForShare(0.001, 10).Required);
        Assert.Equal(10, SampleSize.ForMean(12, 0.01, 10).Required);
        Assert.Equal(10, SampleSize.ForMeanByStudent(12, 0.01, 10));
        Assert.Equal(25, SampleSize.ForMeanByStudent(12, 5));
        Assert.Equal(11, SampleSize.ForShiftByStudent(1));
        Assert.Equal(0, SampleSize.MarginOfShare(60, 60));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShare(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.MarginOfShare(60, 59));
    }

    [Fact]
    public void The_size_by_Student_is_the_smallest_that_keeps_the_margin()
    {
        var random = new Random(GeneratedRatings.Seed);
        for (int i = 0; i < 50; i++)
        {
            double deviation = 5 + (random.NextDouble() * 20);
            double margin = 1 + (random.NextDouble() * 10);
            long? population = random.Next(2) == 0 ? null : random.Next(50, 2000);
            long size = SampleSize.ForMeanByStudent(deviation, margin, population);
            Assert.True(Margin(size) <= margin * (1 + 1e-12), $"QUALITYKIT_SEED={GeneratedRatings.Seed} {i}");
            Assert.True(size == 2 || Margin(size - 1) > margin, $"QUALITYKIT_SEED={GeneratedRatings.Seed} {i}");

            double Margin(long count)
            {
                ConfidenceInterval interval = SampleMean.Of(count, 0, deviation, population).Interval().Interval!.Value;
                return (interval.Upper - interval.Lower) / 2;
            }
        }
    }

    [Fact]
    public void No_defect_in_so_many_is_counted_exactly()
    {
        Assert.Equal(299, SampleSize.WithoutDefect(0.01));
        Assert.Equal(1, SampleSize.WithoutDefect(0.95, 0.05));
        foreach ((long population, long defects) in new[] { (1000L, 10L), (20, 1), (20, 20), (1, 1), (345, 7) })
        {
            Assert.Equal(ExactSampling.WithoutDefect(population, defects, ExactNumber.Of(1, 20)), SampleSize.WithoutDefect(population, defects, 0.05));
        }
    }

    [Fact]
    public void No_other_whole_numbers_have_less_variance()
    {
        var random = new Random(GeneratedRatings.Seed);
        for (int i = 0; i < 60; i++)
        {
            (int Size, int Deviation)[] strata = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => (random.Next(1, 7), random.Next(0, 20)))];
            int sample = random.Next(strata.Length, strata.Sum(stratum => stratum.Size) + 1);
            Allocation allocation = Allocation.Optimal([.. strata.Select(stratum => new Stratum(stratum.Size, stratum.Deviation))], sample);
            string what = $"QUALITYKIT_SEED={GeneratedRatings.Seed} {i}";
            Assert.True(ExactSampling.LeastVariance(strata, sample) == ExactSampling.Variance(strata, allocation.Sizes), what);
            Assert.Equal(Real.Of(ExactSampling.Variance(strata, allocation.Sizes)).ToDouble(), allocation.VarianceOfTotal.Value!.Value, 1e-6);
        }
    }

    [Fact]
    public void Every_allocation_adds_up_and_takes_no_more_than_there_is()
    {
        var random = new Random(GeneratedRatings.Seed);
        for (int i = 0; i < 200; i++)
        {
            Stratum[] strata = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => new Stratum(random.Next(0, 60), random.Next(0, 3) * random.NextDouble() * 20))];
            int sample = random.Next(strata.Sum(stratum => stratum.Size) + 1);
            foreach (Allocation allocation in new[] { Allocation.Proportional(strata, sample), Allocation.Neyman(strata, sample) })
            {
                string what = $"QUALITYKIT_SEED={GeneratedRatings.Seed} {i}";
                Assert.True(sample == allocation.Sizes.Sum(), what);
                Assert.Equal(sample, allocation.Exact.Sum(), 1e-8);
                Assert.All(allocation.Sizes, (size, h) => Assert.True(size >= 0 && size <= strata[h].Size && Math.Abs(size - allocation.Exact[h]) < 1 + 1e-9, what));
            }
        }
    }

    [Fact]
    public void Every_agent_gets_the_least_that_was_asked_for()
    {
        Stratum[] strata = [new(100, 1), new(3, 1), new(100, 50)];
        Assert.Equal([5, 3, 32], Allocation.Optimal(strata, 40, 5).Sizes.ToArray());
        Assert.Throws<ArgumentException>(() => Allocation.Optimal(strata, 12, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Allocation.Neyman(strata, 204));
        Assert.Throws<ArgumentException>(() => Allocation.Neyman([new(3, double.NaN)], 1));
        Assert.Equal(EstimateStatus.InsufficientData, Allocation.Proportional([new(100, 1), new(1, 1)], 2).VarianceOfTotal.Status);
        Assert.Equal(0, Allocation.Proportional(strata, 203).VarianceOfTotal.Value);
    }

    [Fact]
    public void A_sample_by_hash_depends_on_no_order_and_holds_every_smaller_one()
    {
        var sample = new HashSample("2026-02/agent-7");
        string[] five = [.. Names.Where(name => sample.Selects(name, 0.05))];
        string[] ten = [.. Names.Where(name => sample.Selects(name, 0.1))];
        Assert.Empty(five.Except(ten));
        Assert.InRange(five.Length, 140, 260);
        Assert.InRange(ten.Length, 320, 480);
        Assert.Equal(sample.Take(Names, 50).ToArray(), sample.Take(Names.Reverse().Concat(Names), 50).ToArray());
        Assert.Equal(sample.Take(Names, 20).ToArray(), sample.Take(Names, 50).Take(20).ToArray());
        Assert.Equal(five.Order(StringComparer.Ordinal), sample.Take(Names, five.Length).Order(StringComparer.Ordinal));
        Assert.NotEqual(sample.Take(Names, 50).ToArray(), new HashSample("2026-03/agent-7").Take(Names, 50).ToArray());
        Assert.Equal(Names.Length, sample.Take(Names, int.MaxValue).Length);
        Assert.DoesNotContain(Names, name => sample.Selects(name, 0));
        Assert.All(Names, name => Assert.True(sample.Selects(name, 1)));
    }

    [Fact]
    public void Equal_weights_are_a_quota_and_heavy_names_come_more_often()
    {
        var sample = new HashSample("salt");
        Assert.Equal(sample.Take(Names, 50).ToArray(), sample.Take(Names.ToDictionary(name => name, _ => 3.5), 50).ToArray());
        var weights = Names.ToDictionary(name => name, name => name.EndsWith('0') ? 9.0 : name.EndsWith('1') ? 0 : 1.0);
        IReadOnlyList<string> taken = sample.Take(weights, 400);

        // 3,600 of 6,800 weights end with 0; a few less as they run out.
        Assert.InRange(taken.Count(name => name.EndsWith('0')), 140, 230);
        Assert.DoesNotContain(taken, name => name.EndsWith('1'));
        Assert.Equal(3600, sample.Take(weights, 5000).Length);
        Assert.Equal(2, sample.Take(new Dictionary<string, double> { ["a"] = 1e-300, ["b"] = 1e300 }, 2).Length);
        Assert.Throws<ArgumentException>(() => sample.Take(new Dictionary<string, double> { ["a"] = double.NaN }, 1));
    }

    [Fact]
    public void A_first_draw_by_weight_has_the_chance_of_its_share()
    {
        var weights = new Dictionary<string, double> { ["a"] = 1, ["b"] = 2, ["c"] = 7 };
        int[] first = new int[3];
        for (int i = 0; i < 10000; i++)
        {
            first[new HashSample($"salt-{i}").Take(weights, 1)[0][0] - 'a']++;
        }

        // Within five standard errors; the salts are fixed, so this never changes.
        Assert.InRange(first[0], 850, 1150);
        Assert.InRange(first[1], 1800, 2200);
        Assert.InRange(first[2], 6770, 7230);
    }

    [Fact]
    public void Names_that_would_be_mixed_up_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new HashSample("a\u001Fb"));
        Assert.ThrowsAny<ArgumentException>(() => new HashSample("a").KeyOf("\uD800"));
        Assert.ThrowsAny<ArgumentException>(() => new HashSample("\uD800"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HashSample("a").Selects("b", 1.1));
    }

    [Theory]
    [InlineData(103, 10, 0.37)]
    [InlineData(10, 10, 0.999999999999)]
    [InlineData(2000000000, 7, 0.5)]
    public void Every_so_many_th_is_spread_evenly(int population, int size, double start)
    {
        IReadOnlyList<int> items = SystematicSample.Of(population, size, start);
        Assert.Equal(size, items.Distinct().Count());
        Assert.All(items, item => Assert.InRange(item, 0, population - 1));
        Assert.All(items.Zip(items.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, population / size, (population / size) + 1));
    }
}
