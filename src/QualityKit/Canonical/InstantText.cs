using System.Globalization;

namespace QualityKit.Canonical;

/// <summary>Instants as text: RFC 3339 in UTC, with as many decimals as are needed, so that equal instants are equal texts.</summary>
internal static class InstantText
{
    public const string Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})$";

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(Forms[0], CultureInfo.InvariantCulture);

    /// <summary>Reads an instant; one without an offset is none.</summary>
    public static DateTimeOffset? Read(string text) =>
        text.Length is >= 20 and <= 33 && text[10] == 'T' && text[^1] != '.'
        && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : null;
}
