using System.Runtime.CompilerServices;

namespace QualityKit.Statistics.Numerics;

/// <summary>The doors of the functions: what is not in their domain is refused, and never becomes NaN.</summary>
internal static class Guard
{
    public static void Number(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(!double.IsNaN(value), value, name, "a number is needed");

    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(double.IsFinite(value), value, name, "a finite number is needed");

    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value > 0 && double.IsFinite(value), value, name, "a number above 0 is needed");

    public static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= 0, value, name, "a number of 0 or more is needed");

    /// <summary>0 to 1.</summary>
    public static void Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value is >= 0 and <= 1, value, name, "a number of 0 to 1 is needed");

    /// <summary>Strictly between 0 and 1.</summary>
    public static void Chance(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value is > 0 and < 1, value, name, "a number between 0 and 1 is needed");

    private static void Require(bool holds, double value, string name, string message)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, message);
        }
    }
}
