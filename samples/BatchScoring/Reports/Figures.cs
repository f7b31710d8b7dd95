using System.Globalization;
using QualityKit.Methods;

namespace BatchScoring.Reports;

/// <summary>Numbers for people, the same in every culture, with a fixed number of digits so that columns align.</summary>
internal static class Figures
{
    public static string Of(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share as percent; a dash for none.</summary>
    public static string Percent(Fraction? share) => share is { } value ? $"{Fixed(value * 100)} %" : "-";

    /// <summary>A score in its unit; a dash for none.</summary>
    public static string Score(Score? score) => score switch
    {
        null => "-",
        { Unit: ScoreUnit.Share } share => Percent(share.Value),
        { } other => Fixed(other.Value),
    };

    /// <summary>One digit after the point.</summary>
    public static string Fixed(Fraction number) => number.Round(1).ToDecimal().ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A count with its word: 1 chat, 2 chats.</summary>
    public static string Count(long number, string one, string many) => $"{Of(number)} {(number == 1 ? one : many)}";
}
