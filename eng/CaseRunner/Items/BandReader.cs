using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Items;

/// <summary>Reads bands, and finds the one that a percentage belongs to.</summary>
internal static class BandReader
{
    private const string NoBand = "none";

    public static Band Read(JsonElement band)
    {
        band.OnlyHas("band", "name", "category", "rank", "top", "max", "maximum", "min", "minimum");
        return new()
        {
            Name = (band.Value("name") ?? band.Value("category") ?? band.RequiredMember("rank")).ToText(),
            Minimum = Mark(band.Value("min") ?? band.Value("minimum")),
            Top = Mark(band.Value("top") ?? band.Value("max") ?? band.Value("maximum")),
        };
    }

    public static string BandOf(JsonElement percent, Band[] bands, Setting setting) =>
        NameOf((PercentForm.Of(percent, setting) with { Bands = [.. bands] }).Score().Band);

    public static string NameOf(Band? band) => band?.Name.ToString() ?? NoBand;

    public static string NameOf(JsonElement name) => name.ValueKind == JsonValueKind.Null ? NoBand : name.ToText();

    private static Score? Mark(JsonElement? percent) => percent is { } mark ? Score.Percent(mark.ToDecimal()) : null;
}
