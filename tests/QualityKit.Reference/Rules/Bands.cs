using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S18: the band of a score.</summary>
internal static class Bands
{
    /// <summary>The band's name, or null when the score is in none.</summary>
    public static string? NameOf(ExactNumber? score, IReadOnlyList<Band> bands)
    {
        if (score is null)
        {
            return null;
        }

        var holding = bands.Where(band => Holds(band, score)).ToList();
        var byMinimum = holding.Where(band => band.Minimum is not null).MaxBy(band => band.Minimum);
        var byTop = holding.Where(band => band.Minimum is null).MinBy(band => band.Top);
        return (byMinimum ?? byTop)?.Name;
    }

    private static bool Holds(Band band, ExactNumber score) =>
        (band.Minimum is null || score >= band.Minimum) && (band.Top is null || score <= band.Top);
}
