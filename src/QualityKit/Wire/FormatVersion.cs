using System.Globalization;
using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Whether a document is of the format and version that a reader reads.</summary>
internal static class FormatVersion
{
    private const string Member = "format";

    /// <summary>Reports another format or version; a missing one is left to the table of the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="supported">The format that the reader reads, such as <c>qualitykit.form/1</c>.</param>
    /// <param name="root">The place of the document.</param>
    public static void Check(JsonElement document, string supported, Place root)
    {
        if (document.ValueKind != JsonValueKind.Object
            || !document.TryGetProperty(Member, out JsonElement format)
            || format.ValueKind != JsonValueKind.String
            || format.GetString() is not { } found
            || found == supported)
        {
            return;
        }

        string code = IsNewer(found, supported) ? IssueCodes.JsonNewerFormat : IssueCodes.JsonOtherFormat;
        root.Member(Member).Report(code, ("value", Quoted.Short(found)), ("supported", supported));
    }

    private static bool IsNewer(string found, string supported)
    {
        int slash = supported.IndexOf('/', StringComparison.Ordinal) + 1;
        return found.StartsWith(supported[..slash], StringComparison.Ordinal)
            && int.TryParse(found.AsSpan(slash), NumberStyles.None, CultureInfo.InvariantCulture, out int version)
            && version > int.Parse(supported.AsSpan(slash), CultureInfo.InvariantCulture);
    }
}
