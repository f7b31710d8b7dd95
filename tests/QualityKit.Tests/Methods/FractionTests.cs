using System.Globalization;
using System.Numerics;
using QualityKit.Methods;

namespace QualityKit.Tests.Methods;

public sealed class FractionTests
{
    public static TheoryData<string, int, MidpointRounding, string> Roundings
    {
        get
        {
            var cases = new TheoryData<string, int, MidpointRounding, string>();
            foreach ((string value, string[] expected) in Halves)
            {
                MidpointRounding[] rules =
                [
                    MidpointRounding.AwayFromZero, MidpointRounding.ToEven, MidpointRounding.ToZero,
                    MidpointRounding.ToNegativeInfinity, MidpointRounding.ToPositiveInfinity,
                ];
                for (int rule = 0; rule < rules.Length; rule++)
                {
                    cases.Add(value, 0, rules[rule], expected[rule]);
                }
            }

            return cases;
        }
    }

    // The value, then: away from zero, to even, to zero, down, up.
    private static (string Value, string[] Expected)[] Halves =>
    [
        ("5/2", ["3", "2", "2", "2", "3"]),
        ("-5/2", ["-3", "-2", "-2", "-3", "-2"]),
        ("7/2", ["4", "4", "3", "3", "4"]),
        ("-7/2", ["-4", "-4", "-3", "-4", "-3"]),
        ("1/2", ["1", "0", "0", "0", "1"]),
        ("-1/2", ["-1", "0", "0", "-1", "0"]),
        ("7/3", ["2", "2", "2", "2", "3"]),
        ("-7/3", ["-2", "-2", "-2", "-3", "-2"]),
        ("8/3", ["3", "3", "2", "2", "3"]),
        ("-8/3", ["-3", "-3", "-2", "-3", "-2"]),
        ("3", ["3", "3", "3", "3", "3"]),
        ("-3", ["-3", "-3", "-3", "-3", "-3"]),
        ("0", ["0", "0", "0", "0", "0"]),
    ];

    [Theory]
    [MemberData(nameof(Roundings))]
    public void A_fraction_is_rounded_as_stated(string value, int digits, MidpointRounding midpoint, string expected)
    {
        Assert.Equal(expected, Parse(value).ToString(digits, midpoint));
        Assert.Equal(Parse(expected), Parse(value).Round(digits, midpoint));
    }

    [Theory]
    [InlineData("2/3", 2, "0.67")]
    [InlineData("-2/3", 2, "-0.67")]
    [InlineData("2/3", 0, "1")]
    [InlineData("1/1000", 2, "0")]
    [InlineData("-1/1000", 2, "0")]
    [InlineData("5/1000", 2, "0.01")]
    [InlineData("67/2", 2, "33.5")]
    [InlineData("100", 2, "100")]
    [InlineData("1/8", 3, "0.125")]
    [InlineData("12345678901234567890123", 1, "12345678901234567890123")]
    public void A_fraction_prints_without_trailing_zeros(string value, int digits, string expected)
    {
        Assert.Equal(expected, Parse(value).ToString(digits));
        Assert.Equal(expected, Parse(value).Round(digits).ToString(digits));
    }

    [Fact]
    public void Digits_go_from_0_to_1000()
    {
        Assert.Equal("0." + new string('3', 1000), Fraction.Of(1, 3).ToString(1000));
        Assert.Equal(Fraction.Of((BigInteger.Pow(10, 1000) - 1) / 3, BigInteger.Pow(10, 1000)), Fraction.Of(1, 3).Round(1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fraction.One.ToString(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fraction.One.ToString(1001));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fraction.One.Round(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fraction.One.Round(1001));
    }

    [Theory]
    [InlineData("3/5")]
    [InlineData("-2")]
    [InlineData("0")]
    [InlineData("-1/3")]
    [InlineData("1000000000000000000000000000001/2")]
    [InlineData("1/1000000000000000000000000000003")]
    public void What_is_printed_is_read_again(string text) => Assert.Equal(text, Parse(text).ToString());

    [Theory]
    [InlineData("6/10", "3/5")]
    [InlineData("-4/2", "-2")]
    [InlineData("0/9", "0")]
    public void What_is_read_is_brought_to_lowest_terms(string text, string expected) => Assert.Equal(expected, Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("1/")]
    [InlineData("/2")]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("1/2/3")]
    [InlineData("1.5")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("x")]
    [InlineData("1/x")]
    public void What_is_no_fraction_is_not_read(string? text)
    {
        Assert.False(Fraction.TryParse(text, out Fraction fraction));
        Assert.Equal(Fraction.Zero, fraction);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.1")]
    [InlineData("-12.50")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("1.2345678901234567890123456789")]
    public void A_decimal_is_taken_exactly(string text)
    {
        decimal value = decimal.Parse(text, CultureInfo.InvariantCulture);
        int places = (decimal.GetBits(value)[3] >> 16) & 0xFF;

        Assert.Equal(Fraction.Of(BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), BigInteger.Pow(10, places)), Fraction.From(value));
        Assert.Equal(Fraction.From(value), value);
    }

    [Theory]
    [InlineData("1/3", "0.3333333333333333333333333333")]
    [InlineData("-2/3", "-0.6666666666666666666666666667")]
    [InlineData("7/8", "0.875")]
    [InlineData("100", "100")]
    [InlineData("400/3", "133.3333333333333333333333333")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void A_fraction_gives_the_nearest_decimal(string text, string expected) =>
        Assert.Equal(expected, Parse(text).ToDecimal().ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void A_fraction_beyond_decimal_is_refused() =>
        Assert.Throws<OverflowException>(() => Parse("79228162514264337593543950336").ToDecimal());

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(-0.1)]
    [InlineData(1e300)]
    [InlineData(-1e-300)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(2.2250738585072014e-308)]
    [InlineData(2.2250738585072009e-308)]
    [InlineData(9007199254740993.0)]
    public void A_double_is_taken_exactly(double value)
    {
        Fraction fraction = Fraction.From(value);

        Assert.True(fraction.Denominator.IsPowerOfTwo);
        Assert.Equal(value, fraction.ToDouble());
    }

    [Fact]
    public void A_tenth_as_a_double_is_not_a_tenth()
    {
        Assert.Equal("3602879701896397/36028797018963968", Fraction.From(0.1).ToString());
        Assert.Equal(Fraction.Of(-1, 4), Fraction.From(-0.25));
        Assert.Equal(Fraction.Of(3), Fraction.From(3.0));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_is_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fraction.From(value));

    [Fact]
    public void A_fraction_gives_the_nearest_double()
    {
        Assert.Equal(1 / 3.0, Fraction.Of(1, 3).ToDouble());
        Assert.Equal(-2.5, Fraction.Of(-5, 2).ToDouble());
        Assert.Equal(1.5, Fraction.Of((BigInteger.Pow(3, 700) * 3) + 1, BigInteger.Pow(3, 700) * 2).ToDouble());
        Assert.Equal(-1.5, Fraction.Of((BigInteger.Pow(3, 700) * -3) + 1, BigInteger.Pow(3, 700) * 2).ToDouble());
        Assert.Equal(double.PositiveInfinity, Fraction.Of(BigInteger.One << 1024, 1).ToDouble());
        Assert.Equal(0, Fraction.Of(1, BigInteger.One << 1075).ToDouble());
        Assert.Equal(double.Epsilon, Fraction.Of(3, BigInteger.One << 1076).ToDouble());
    }

    [Theory]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("9007199254740995", 9007199254740996.0)]
    [InlineData("-9007199254740993", -9007199254740992.0)]
    [InlineData("9007199254740993/9007199254740992", 1.0)]
    [InlineData("9007199254740994/9007199254740993", 1.0)]
    [InlineData("9223372036854775807", 9223372036854775808.0)]
    [InlineData("1/9223372036854775807", 1.0842021724855044E-19)]
    [InlineData("-9223372036854775808/3", -3074457345618258602.6666)]
    [InlineData("36028797018963967/2", 18014398509481984.0)]
    public void A_fraction_between_two_doubles_gives_the_nearer_one(string text, double expected) =>
        Assert.Equal(expected, Parse(text).ToDouble());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_double_comes_back_as_it_went(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 1_000; round++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
            {
                Assert.Equal(value, Fraction.From(value).ToDouble());
            }
        }
    }

    [Fact]
    public void Fractions_are_equal_by_value()
    {
        Fraction wide = Parse("1000000000000000000000000000001/2");

        Assert.Equal(Fraction.Of(1, 2).GetHashCode(), Fraction.Of(2, 4).GetHashCode());
        Assert.Equal(wide.GetHashCode(), Parse("1000000000000000000000000000001/2").GetHashCode());
        Assert.True(wide.Equals(Parse("1000000000000000000000000000001/2")));
        Assert.True(wide.Equals((object)wide));
        Assert.False(wide.Equals(Fraction.One));
        Assert.False(Fraction.One.Equals(wide));
        Assert.False(Fraction.Of(1, 2).Equals(Fraction.Of(1, 3)));
        Assert.False(Fraction.Of(1, 2).Equals(Fraction.Of(3, 2)));
        Assert.False(Fraction.One.Equals("1"));
        Assert.False(wide.Equals(Parse("1000000000000000000000000000003/2")));
    }

    [Fact]
    public void Integers_and_decimals_make_fractions()
    {
        Fraction three = 3;
        Fraction half = 0.5m;

        Assert.Equal("3", three.ToString());
        Assert.Equal("1/2", half.ToString());
        Assert.Equal((1L, 2L), (half.NarrowNumerator, half.NarrowDenominator));
    }

    private static Fraction Parse(string text)
    {
        Assert.True(Fraction.TryParse(text, out Fraction fraction));
        return fraction;
    }
}
