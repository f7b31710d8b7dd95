using System.Collections;
using System.Globalization;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Statistics;

namespace QualityKit.CaseRunner.Statistics;

/// <summary>What the library gives for a case, by the names that the case file uses; compared as its head says.</summary>
internal sealed class StatisticResults : Dictionary<string, object?>
{
    // Numbers that are 0 in truth.
    private const double Absolute = 1e-12;

    public StatisticResults()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>A value, its standard error, its interval and what chance would give.</summary>
    public StatisticResults Add(string name, Estimate estimate)
    {
        this[name] = estimate.Value;
        this[name + "Se"] = estimate.StandardError;
        this[name + "CiLower"] = estimate.Interval?.Lower;
        this[name + "CiUpper"] = estimate.Interval?.Upper;
        this[name + "Pe"] = estimate.Expected;
        return this;
    }

    public StatisticResults AddStatus(EstimateStatus status)
    {
        string name = status.ToString();
        this["status"] = char.ToLowerInvariant(name[0]) + name[1..];
        return this;
    }

    public Comparison Compare(Case published)
    {
        published.OnlyHas("input", "expected", "tolerance", "otherTools");
        var comparison = new Comparison();
        double tolerance = (double)(published.Member("tolerance")?.ToDecimal() ?? 0);
        Compare(comparison, "", published.Expected, this, tolerance);
        return comparison;
    }

    private static void Compare(Comparison comparison, string path, JsonElement expected, object? got, double tolerance)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in expected.EnumerateObject())
                {
                    string inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
                    object? value = got is IReadOnlyDictionary<string, object?> table && table.TryGetValue(member.Name, out object? known)
                        ? known
                        : throw new UnsupportedCaseException($"the result `{inner}` is not offered yet");
                    Compare(comparison, inner, member.Value, value, tolerance);
                }

                break;
            case JsonValueKind.Array:
                CompareList(comparison, path, [.. expected.EnumerateArray()], got, tolerance);
                break;
            case JsonValueKind.Number:
                if (!IsNear(expected.GetDouble(), got, tolerance))
                {
                    comparison.Same(path, expected.GetRawText(), Print(got));
                }

                break;
            default:
                comparison.Same(path, expected.ValueKind == JsonValueKind.Null ? "none" : expected.ToString().ToLowerInvariant(), Print(got).ToLowerInvariant());
                break;
        }
    }

    private static void CompareList(Comparison comparison, string path, List<JsonElement> expected, object? got, double tolerance)
    {
        object?[] values = got is IEnumerable list and not string ? [.. list.Cast<object?>()] : [];
        comparison.Same($"length of {path}", expected.Count.ToString(CultureInfo.InvariantCulture), values.Length.ToString(CultureInfo.InvariantCulture));
        for (int i = 0; i < Math.Min(values.Length, expected.Count); i++)
        {
            Compare(comparison, $"{path}[{i}]", expected[i], values[i], tolerance);
        }
    }

    private static bool IsNear(double expected, object? got, double tolerance) =>
        got is double or int or long or decimal
        && Math.Abs(Convert.ToDouble(got, CultureInfo.InvariantCulture) - expected) <= Math.Max(Absolute, tolerance * Math.Abs(expected));

    private static string Print(object? value) => value switch
    {
        null => "none",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "none",
    };
}
