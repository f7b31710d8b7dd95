using System.Globalization;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Numbers of a form on their way into a format that takes whole numbers.</summary>
internal static class SourceNumbers
{
    private const decimal Most = 1e28m;

    /// <summary>A product; that a decimal cannot hold it exactly becomes a loss.</summary>
    public static decimal Product(this SourceObject source, string member, decimal left, decimal right)
    {
        Fraction exact = Fraction.From(left) * right;
        decimal written = ProductOf(left, right);
        if (Fraction.From(written) != exact)
        {
            source.Lose(
                IssueCodes.NumberChanged, member, ("value", exact.ToString()), ("written", written), ("target", source.Losses.Target), ("kind", "28 digits"));
        }

        return written;
    }

    /// <summary>The nearest whole number; that it is another becomes a loss.</summary>
    /// <param name="source">The object that has the number.</param>
    /// <param name="member">Its member.</param>
    /// <param name="number">The number, to be written.</param>
    /// <param name="least">The least whole number that is taken.</param>
    /// <param name="most">The highest whole number that is taken.</param>
    public static decimal Whole(this SourceObject source, string member, decimal number, int least = int.MinValue, int most = int.MaxValue)
    {
        decimal written = WholeOf(number, least, most);
        if (written != number && written == Rounded(number))
        {
            source.Lose(IssueCodes.NumberRounded, member, ("value", number), ("written", written), ("target", source.Losses.Target));
        }
        else if (written != number)
        {
            string kind = string.Create(CultureInfo.InvariantCulture, $"{least}..{most}");
            source.Lose(IssueCodes.NumberChanged, member, ("value", number), ("written", written), ("target", source.Losses.Target), ("kind", kind));
        }

        return written;
    }

    /// <summary>A product, or the nearest to it that a decimal can hold.</summary>
    public static decimal ProductOf(decimal left, decimal right) => Fraction.Max(-Most, Fraction.Min(Most, Fraction.From(left) * right)).ToDecimal();

    /// <summary>The nearest whole number in bounds.</summary>
    public static decimal WholeOf(decimal number, int least = int.MinValue, int most = int.MaxValue) => Math.Clamp(Rounded(number), least, most);

    private static decimal Rounded(decimal number) => Math.Round(number, MidpointRounding.AwayFromZero);
}
