using System.Globalization;

namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>Values as a person types them.</summary>
internal static class SqlLiteral
{
    public static string Of(object value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        string[] texts => $"ARRAY[{string.Join(", ", texts.Select(Of))}]::text[]",
        long[] numbers => $"ARRAY[{string.Join(", ", numbers)}]::bigint[]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"no literal of {value.GetType()}"),
    };
}
