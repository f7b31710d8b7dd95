using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Ratings in any order are counted as one would count them one by one.</summary>
public sealed class PairCountingTests
{
    [Theory]
    [InlineData("unit after unit")]
    [InlineData("rater after rater")]
    [InlineData("anyhow")]
    [InlineData("short runs")]
    [InlineData("one unit, more often than a byte counts")]
    public void Every_order_gives_the_counts_of_one_by_one(string order)
    {
        foreach (int width in new[] { 2, 5, 12, 13 })
        {
            var random = new Random(width);
            int[] units = Units(order, random);
            byte[] categories = [.. units.Select(unit => (byte)((unit + random.Next(2)) % width))];
            int count = units.Max() + 1;
            RatingScale scale = RatingScale.Of([.. Enumerable.Range(1, width).Select(value => (double)value)]);
            int[] table = new int[count * width];
            for (int i = 0; i < units.Length; i++)
            {
                table[(units[i] * width) + categories[i]]++;
            }

            UnitCounts oneByOne = UnitCounts.Of(scale, table);
            UnitCounts pairs = UnitCounts.FromPairs(scale, count, units, categories);
            foreach (AlphaMetric metric in Enum.GetValues<AlphaMetric>())
            {
                Assert.Equal(Agreement.Krippendorff(oneByOne, metric), Agreement.Krippendorff(pairs, metric));
            }

            Assert.Equal(Agreement.KrippendorffJackknife(oneByOne, AlphaMetric.Interval).Values.AsEnumerable(), Agreement.KrippendorffJackknife(pairs, AlphaMetric.Interval).Values);
        }
    }

    [Fact]
    public void A_number_out_of_its_range_is_found_wherever_it_stands()
    {
        RatingScale scale = RatingScale.Of(1, 2, 3);
        foreach (bool isRun in new[] { false, true })
        {
            int[] units = [.. Enumerable.Range(0, 150).Select(i => isRun ? i / 50 : i % 3)];
            byte[] categories = new byte[units.Length];
            for (int place = 0; place < units.Length; place++)
            {
                foreach (int wrong in new[] { -1, 3, int.MaxValue, int.MinValue })
                {
                    int[] withWrong = [.. units];
                    withWrong[place] = wrong;
                    Assert.Throws<ArgumentOutOfRangeException>(() => UnitCounts.FromPairs(scale, 3, withWrong, categories));
                }

                foreach (byte wrong in new byte[] { 3, 255 })
                {
                    byte[] withWrong = [.. categories];
                    withWrong[place] = wrong;
                    Assert.Throws<ArgumentOutOfRangeException>(() => UnitCounts.FromPairs(scale, 3, units, withWrong));
                }
            }
        }
    }

    private static int[] Units(string order, Random random) => order switch
    {
        "unit after unit" => [.. Enumerable.Range(0, 600).Select(i => i / 40)],
        "rater after rater" => [.. Enumerable.Range(0, 600).Select(i => i % 15)],
        "anyhow" => [.. Enumerable.Range(0, 600).Select(_ => random.Next(15))],
        "short runs" => [.. Enumerable.Range(0, 600).Select(i => (i / (1 + (i % 30))) % 15)],
        _ => [.. Enumerable.Range(0, 900).Select(i => i % 2 == 0 ? 0 : i % 3)],
    };
}
