using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using QualityKit.Forms;

namespace QualityKit.Tests.Forms;

/// <summary>The limits of products as docs/vendors.md prints them.</summary>
internal static class LimitsPage
{
    private static readonly FormLimits[] Products = [FormLimits.AmazonConnect, FormLimits.AmazonConnectPoints, FormLimits.GenesysCloud];

    public static string Render() => string.Concat(Rows().Select(row => $"| {row} |\n"));

    private static IEnumerable<string> Rows()
    {
        yield return $"| {string.Join(" | ", Products.Select(product => product.Name))}";
        yield return string.Join(" | ", Enumerable.Repeat("---", Products.Length + 1));
        foreach (PropertyInfo member in typeof(FormLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.Name != nameof(FormLimits.Name)))
        {
            yield return $"`{member.Name}` | {string.Join(" | ", Products.Select(product => Print(member.GetValue(product))))}";
        }
    }

    private static string Print(object? value) => value switch
    {
        null or false or LimitRange { Least: null, Most: null } or ImmutableArray<string> { IsEmpty: true } => "-",
        true => "yes",
        string pattern => $"`{pattern}`",
        ImmutableArray<string> names => string.Join(", ", names),
        LimitRange { Most: null } range => string.Create(CultureInfo.InvariantCulture, $"from {range.Least}"),
        LimitRange { Least: null } range => string.Create(CultureInfo.InvariantCulture, $"to {range.Most}"),
        LimitRange range => string.Create(CultureInfo.InvariantCulture, $"{range.Least} to {range.Most}"),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"how is a {value.GetType()} printed?"),
    };
}
