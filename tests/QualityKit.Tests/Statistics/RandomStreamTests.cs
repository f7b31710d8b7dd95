using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

public sealed class RandomStreamTests
{
    [Fact]
    public void The_bits_are_those_of_xoshiro_seeded_by_splitmix()
    {
        // Computed from the definition by Blackman and Vigna in unbounded integers; that program gives their published 11520, 0, 1509978240, ... from the state 1, 2, 3, 4.
        var stream = new RandomStream(42);
        Assert.Equal(
            [1546998764402558742, 6990951692964543102, 12544586762248559009, 17057574109182124193, 18295552978065317476, 14199186830065750584],
            Enumerable.Range(0, 6).Select(_ => stream.Next()));
        stream = new RandomStream(ulong.MaxValue);
        Assert.Equal(
            [10328197420357168392, 14156678507024973869, 9357971779955476126, 13791585006304312367, 10463432026814718762, 13498236496097551653],
            Enumerable.Range(0, 6).Select(_ => stream.Next()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(1 << 20)]
    [InlineData(3 << 29)]
    [InlineData(1_431_655_767)]
    [InlineData(int.MaxValue)]
    public void A_whole_number_is_the_first_that_its_limit_does_not_reject(int limit)
    {
        // Lemire: of 2^32 equal numbers, those whose product ends below 2^32 mod limit are too many for one of the results.
        var bits = new RandomStream(5);
        var stream = new RandomStream(5);
        long tooMany = (1L << 32) % limit;
        for (int i = 0; i < 200; i++)
        {
            UInt128 product;
            do
            {
                product = (UInt128)(bits.Next() / 4_294_967_296) * (uint)limit;
            }
            while (product % 4_294_967_296 < (UInt128)tooMany);

            Assert.Equal((int)(product / 4_294_967_296), stream.Below(limit));
        }
    }

    [Fact]
    public void A_share_is_the_first_53_bits()
    {
        var bits = new RandomStream(11);
        var stream = new RandomStream(11);
        for (int i = 0; i < 50; i++)
        {
            Assert.Equal(bits.Next() / 2048 / 9_007_199_254_740_992.0, stream.Share());
        }
    }
}
