using System.Collections.Immutable;
using System.Globalization;

namespace QualityKit.Privacy;

/// <summary>Finds numbers of payment cards: 13 to 19 digits that begin with 2 to 6 and pass the Luhn check (ISO/IEC 7812-1), with spaces, points or dashes between.</summary>
public sealed class CardNumberRedactor : IRedactor
{
    private const int Fewest = 13;
    private const int Most = 19;

    // "4111 - 1111" is one number, "4111, and then 1111" is two.
    private const int MostBetween = 3;

    private CardNumberRedactor()
    {
    }

    /// <summary>The redactor.</summary>
    public static CardNumberRedactor Instance { get; } = new();

    /// <inheritdoc/>
    public ImmutableArray<TextRange> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = ImmutableArray.CreateBuilder<TextRange>();
        var run = new List<(int Position, int Digit)>();
        for (int position = 0; position < text.Length; position++)
        {
            int digit = CharUnicodeInfo.GetDecimalDigitValue(text[position]);
            if (digit >= 0)
            {
                run.Add((position, digit));
            }
            else if (run.Count > 0 && (!IsBetween(text[position]) || position - run[^1].Position > MostBetween))
            {
                Search(run, found);
                run.Clear();
            }
        }

        Search(run, found);
        return found.ToImmutable();
    }

    private static bool IsBetween(char letter) => char.IsWhiteSpace(letter) || letter is '-' or '.' or '\u2010' or '\u2011' or '\u2012' or '\u2013';

    // The longest number at each place, and then on after it.
    private static void Search(List<(int Position, int Digit)> run, ImmutableArray<TextRange>.Builder found)
    {
        for (int start = 0; start + Fewest <= run.Count; start++)
        {
            int length = Math.Min(Most, run.Count - start);
            while (length >= Fewest && !IsCard(run, start, length))
            {
                length--;
            }

            if (length >= Fewest)
            {
                int from = run[start].Position;
                found.Add(new(from, run[start + length - 1].Position - from + 1));
                start += length - 1;
            }
        }
    }

    private static bool IsCard(List<(int Position, int Digit)> run, int start, int length)
    {
        if (run[start].Digit is < 2 or > 6)
        {
            return false;
        }

        int sum = 0;
        for (int fromEnd = 0; fromEnd < length; fromEnd++)
        {
            int digit = run[start + length - 1 - fromEnd].Digit;
            sum += fromEnd % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }
}
