using System.Collections.Immutable;

namespace QualityKit.Audio;

/// <summary>
/// The low-pass filter between a rate and half of it: a sinc that passes up to 3400 of 16,000 and stops from 4000 of 16,000 on, under a Kaiser window
/// (Kaiser and Schafer 1980; Oppenheim and Schafer, Discrete-Time Signal Processing, 7.5.3), in units of 2^-30.
/// </summary>
internal static class HalfRateFilter
{
    /// <summary>How many samples it reaches to each side.</summary>
    public const int Reach = 80;

    private const int Bits = 30;
    private const double Middle = 3700.0 / 16000;
    private const double Beta = 9.2;

    public static ImmutableArray<int> Coefficients { get; } = Make();

    /// <summary>Those of even distance from the middle.</summary>
    public static ImmutableArray<int> Even { get; } = [.. Coefficients.Where((_, place) => place % 2 == 0)];

    /// <summary>Those of odd distance from the middle.</summary>
    public static ImmutableArray<int> Odd { get; } = [.. Coefficients.Where((_, place) => place % 2 != 0)];

    /// <summary>A sum of products as a sample; halves go up.</summary>
    public static short Round(long sum) => (short)Math.Clamp((sum + (1L << (Bits - 1))) >> Bits, short.MinValue, short.MaxValue);

    private static ImmutableArray<int> Make()
    {
        double[] raw = [.. Enumerable.Range(-Reach, (2 * Reach) + 1).Select(tap => Sinc(tap) * Kaiser(tap))];
        int[] coefficients = new int[raw.Length];
        // The even and the odd taps have a sum of a half each, exactly: so a constant stays what it is at either rate, without a tone at the old rate.
        for (int phase = 0; phase < 2; phase++)
        {
            int[] taps = [.. Enumerable.Range(0, raw.Length).Where(place => place % 2 == phase)];
            double scale = (1 << (Bits - 1)) / taps.Sum(place => raw[place]);
            foreach (int place in taps)
            {
                coefficients[place] = (int)Math.Round(raw[place] * scale);
            }

            int rest = (1 << (Bits - 1)) - taps.Sum(place => coefficients[place]);
            // What rounding left over goes to the middle: to one tap, or to both beside it, which are a pair as all others are.
            int[] middle = [.. taps.Where(place => Math.Abs(place - Reach) <= 1)];
            foreach (int place in middle)
            {
                coefficients[place] += rest / middle.Length;
            }
        }

        return [.. coefficients];
    }

    private static double Sinc(int tap) => tap == 0 ? 2 * Middle : Math.Sin(2 * Math.PI * Middle * tap) / (Math.PI * tap);

    private static double Kaiser(int tap) => Bessel(Beta * Math.Sqrt(1 - ((double)tap * tap / ((Reach + 1.0) * (Reach + 1.0))))) / Bessel(Beta);

    // The modified Bessel function of the first kind and order 0, by its series.
    private static double Bessel(double x)
    {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-17; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
