using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Samples by hash and every so many-th.</summary>
public sealed class SampleChoiceTests
{
    [Theory]
    [InlineData("2026-02/agent-7", "call-0001", 1164157130466729)]
    [InlineData("salt", "ä", 6564915344505677)]
    [InlineData("", "", 9003691196572562)]
    public void A_key_is_the_first_53_bits_of_the_hash(string salt, string name, long bits)
    {
        // hashlib.sha256((salt + "\x1f" + name).encode()).digest()[:8] of Python, shifted right by 11.
        Assert.Equal(bits / 9_007_199_254_740_992.0, new HashSample(salt).KeyOf(name));
    }

    [Fact]
    public void A_share_that_is_just_the_key_does_not_select()
    {
        var sample = new HashSample("salt");
        double key = sample.KeyOf("call");
        Assert.False(sample.Selects("call", key));
        Assert.True(sample.Selects("call", Math.BitIncrement(key)));
    }

    [Fact]
    public void What_no_sample_can_take_is_refused_with_the_reason()
    {
        var sample = new HashSample("salt");
        Assert.Throws<ArgumentNullException>("salt", () => new HashSample(null!));
        Assert.Contains("U+001F", Assert.Throws<ArgumentException>("salt", () => new HashSample("a\u001F")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("name", () => sample.KeyOf(null!));
        Assert.Throws<ArgumentNullException>("names", () => sample.Take((string[])null!, 1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => sample.Take(["a"], -1));
        Assert.Empty(sample.Take(["a"], 0));
        Assert.Throws<ArgumentNullException>("weights", () => sample.Take((Dictionary<string, double>)null!, 1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => sample.Take(new Dictionary<string, double> { ["a"] = 1 }, -1));
        foreach (double weight in new[] { -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            var error = Assert.Throws<ArgumentException>("weights", () => sample.Take(new Dictionary<string, double> { ["a"] = 1, ["b"] = weight, ["c"] = 0 }, 1));
            Assert.Contains("a number of 0 or more", error.Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentOutOfRangeException>("share", () => sample.Selects("a", -0.1));
    }

    [Fact]
    public void Names_are_taken_by_the_lowest_key_over_their_weight()
    {
        var sample = new HashSample("salt");
        Dictionary<string, double> weights = Enumerable.Range(1, 30).ToDictionary(i => $"call-{i}", i => (double)(i % 4));
        string[] expected = [.. weights.Where(pair => pair.Value > 0).OrderBy(pair => -Math.Log(1 - sample.KeyOf(pair.Key)) / pair.Value).Select(pair => pair.Key)];
        Assert.Equal(expected[..9], sample.Take(weights, 9).ToArray());
        Assert.Equal(expected, sample.Take(weights, 99).ToArray());
        Assert.Equal(weights.Keys.OrderBy(sample.KeyOf).Take(5), sample.Take(weights.Keys.Concat(weights.Keys), 5));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1_000)]
    public void A_start_just_below_1_takes_no_position_twice(int count)
    {
        Assert.Equal(Enumerable.Range(0, count), SystematicSample.Of(count, count, Math.BitDecrement(1)));
        Assert.Equal(Enumerable.Range(0, count).Select(i => (3 * i) + 2), SystematicSample.Of(3 * count, count, Math.BitDecrement(1)));
        Assert.Equal(Enumerable.Range(0, count).Select(i => 3 * i), SystematicSample.Of(3 * count, count, double.Epsilon));
    }

    [Fact]
    public void Positions_are_as_far_apart_as_the_sample_is_small()
    {
        // (0.5 + i) 10 / 4 is 1.25, 3.75, 6.25 and 8.75.
        Assert.Equal([1, 3, 6, 8], SystematicSample.Of(10, 4, 0.5).ToArray());
        Assert.Equal([0, 2, 5, 7], SystematicSample.Of(10, 4, 0).ToArray());
        Assert.Empty(SystematicSample.Of(0, 0, 0.5));
        Assert.Empty(SystematicSample.Of(3, 0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("population", () => SystematicSample.Of(-1, 0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("sample", () => SystematicSample.Of(5, -1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("sample", () => SystematicSample.Of(5, 6, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => SystematicSample.Of(5, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => SystematicSample.Of(5, 2, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => SystematicSample.Of(5, 2, -0.1));
    }
}
