using System.Text.Json.Nodes;
using QualityKit.Forms;

namespace QualityKit.Exchange.Sdc;

/// <summary>Writes what elements of FHIR have in common: extensions and translated texts.</summary>
internal static class SdcJson
{
    public static JsonObject Extension(string url, string member, JsonNode value) => new() { ["url"] = url, [member] = value };

    /// <summary>Adds an extension to an element.</summary>
    public static void Extend(this JsonObject element, JsonObject extension)
    {
        if (element["extension"] is JsonArray extensions)
        {
            extensions.Add((JsonNode)extension);
        }
        else
        {
            element["extension"] = new JsonArray(extension);
        }
    }

    /// <summary>Writes a text, and beside it its translations.</summary>
    public static void Write(this JsonObject element, string member, LocalizedText text)
    {
        element[member] = text.Text;
        if (!text.Translations.IsEmpty)
        {
            element["_" + member] = new JsonObject
            {
                ["extension"] = new JsonArray([.. text.Translations.Select(translation => Translation(translation.Key, translation.Value))]),
            };
        }
    }

    /// <summary>The only option of a coding: keys are codes of the form itself, so they have no system.</summary>
    public static JsonObject Coding(string code) => new() { ["code"] = code };

    private static JsonObject Translation(string language, string text) => new()
    {
        ["url"] = SdcFormat.Translation,
        ["extension"] = new JsonArray(Extension("lang", "valueCode", language), Extension("content", "valueString", text)),
    };
}
