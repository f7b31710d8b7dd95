using System.Globalization;

namespace QualityKit.Wire;

/// <summary>Reads a JSON number without rounding it: what a decimal cannot hold exactly is refused.</summary>
internal static class ExactDecimal
{
    /// <summary>The most significant digits, and the most digits before and behind the point.</summary>
    public const int MostDigits = 28;

    /// <summary>Reads a number.</summary>
    /// <param name="json">A JSON number, which is known to be well formed.</param>
    /// <param name="value">The number; 0 when it cannot be read.</param>
    /// <returns>False when the number has too many digits.</returns>
    public static bool TryParse(string json, out decimal value)
    {
        value = 0;
        int end = json.AsSpan().IndexOfAny('e', 'E') is var found && found < 0 ? json.Length : found;
        ReadOnlySpan<char> mantissa = json.AsSpan(0, end).TrimStart('-');
        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        string significant = digits.TrimEnd('0');
        long places = (point < 0 ? 0 : mantissa.Length - point - 1) - (digits.Length - significant.Length) - Exponent(json.AsSpan(end));
        significant = significant.TrimStart('0');
        if (significant.Length == 0)
        {
            return true;
        }

        if (significant.Length > MostDigits || places > MostDigits || significant.Length - places > MostDigits)
        {
            return false;
        }

        value = Scale(decimal.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture), (int)places, json[0] == '-');
        return true;
    }

    private static decimal Scale(decimal whole, int places, bool isNegative)
    {
        for (int place = places; place < 0; place++)
        {
            whole *= 10;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(whole, bits);
        return new decimal(bits[0], bits[1], bits[2], isNegative, (byte)Math.Max(places, 0));
    }

    // An exponent beyond 32 bits is beyond every limit, and no document is long enough to make up for it in digits.
    private static long Exponent(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        return long.TryParse(text[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long exponent)
            ? Math.Clamp(exponent, int.MinValue, int.MaxValue)
            : text[1] == '-' ? int.MinValue : int.MaxValue;
    }
}
