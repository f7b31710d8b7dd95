using QualityKit.Methods;

namespace QualityKit.Forms;

/// <summary>A named range of scores, such as Excellent (rule S18). State a minimum, a top, or both; both are included.</summary>
public sealed record Band
{
    /// <summary>What people call it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The least score of the band; null when only its top is stated.</summary>
    public Score? Minimum { get; init; }

    /// <summary>The highest score of the band; null when only its minimum is stated.</summary>
    public Score? Top { get; init; }

    /// <summary>A band from a minimum in percent up to the next band: "90 excellent".</summary>
    public static Band From(LocalizedText name, decimal percent)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new() { Name = name, Minimum = Score.Percent(percent) };
    }

    /// <summary>A band up to an inclusive top in percent, from above the next lower top.</summary>
    public static Band UpTo(LocalizedText name, decimal percent)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new() { Name = name, Top = Score.Percent(percent) };
    }
}
