using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>The standard error of alpha from units, linearised.</summary>
/// <remarks>
/// Gwet (2014), section 6.4, with weights of 1 less a share of the squared distance: the share cancels, and the sums are those of distances.
/// </remarks>
internal static class AlphaError
{
    /// <summary>The standard error; null for fewer than two units.</summary>
    /// <param name="parts">The units with two ratings or more.</param>
    /// <param name="meanOfAll">The mean squared distance of two ratings drawn with replacement.</param>
    public static double? Of(IEnumerable<AlphaPart> parts, double meanOfAll)
    {
        AlphaPart[] units = [.. parts];
        double count = units.Sum(part => (double)part.Times);
        if (count < 2)
        {
            return null;
        }

        double mean = units.Sum(part => (double)part.Times * part.Ratings) / count;
        StableSum within = default;
        foreach (AlphaPart part in units)
        {
            within.Add(part.Times * Disagreement(part, mean));
        }

        double share = within.Value / count / meanOfAll;
        double corrected = share * (1 - (1 / (mean * count)));
        StableSum squares = default;
        foreach (AlphaPart part in units)
        {
            double size = part.Ratings / mean;
            double linear = 1 - (Disagreement(part, mean) / meanOfAll) + (corrected * (size - 1))
                - (2 * share * (size - (part.ToAll / mean / meanOfAll)));
            double off = linear - (1 - share);
            squares.Add(part.Times * off * off);
        }

        return Math.Sqrt(squares.Value / (count * (count - 1)));
    }

    private static double Disagreement(AlphaPart part, double mean) => part.Within / (mean * (part.Ratings - 1));
}
