using System.Globalization;

namespace QualityKit.Services;

/// <summary>Says that an option is outside its range.</summary>
internal static class OptionRange
{
    public static IEnumerable<string> Of<T>(string name, T value, T least, T most)
        where T : IComparable<T> =>
        value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? [string.Create(CultureInfo.InvariantCulture, $"`{name}` is {value}: it must lie between {least} and {most}")]
            : [];
}
