namespace QualityKit.Methods;

/// <summary>How a number is rounded when it is shown, and only then (rule S20).</summary>
public sealed record Rounding
{
    /// <summary>Two digits, midpoints away from zero.</summary>
    public static Rounding Default { get; } = new();

    /// <summary>How many decimal digits are shown, 0 to 6; default 2. Trailing zeros are left out.</summary>
    public int Digits { get; init; } = 2;

    /// <summary>What happens to an exact half; default away from zero.</summary>
    public MidpointRounding Midpoint { get; init; } = MidpointRounding.AwayFromZero;
}
