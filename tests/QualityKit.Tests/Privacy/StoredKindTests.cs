using System.Reflection;
using System.Text.Json;
using QualityKit.Privacy;
using QualityKit.Wire;

namespace QualityKit.Tests.Privacy;

public sealed class StoredKindTests
{
    /// <summary>Texts of customers and staff are declared; these are words of the host or of designers.</summary>
    private static readonly Dictionary<string, string[]> NotPersonal = new()
    {
        ["qualitykit.interaction/1"] =
        [
            "/id", "/segments/*/id", "/segments/*/queue", "/segments/*/wrapUps/*", "/segments/*/participants/*/automaton/name",
            "/segments/*/participants/*/automaton/version", "/jurisdictions/*", "/links/*/id", "/tags/*",
        ],
        ["qualitykit.transcript/1"] = ["/id", "/interaction", "/utterances/*/id"],
        ["qualitykit.answers/1"] = [],
    };

    public static TheoryData<string> Checked => [.. NotPersonal.Keys];

    [Fact]
    public void Every_format_that_is_read_or_stored_declares_its_personal_fields()
    {
        // A page token is handed out and never stored.
        string[] formats = [.. Formats().Keys.Concat(Stored()).Except(["qualitykit.page/1"]).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(formats, StoredKind.All.Select(kind => kind.Name).Order(StringComparer.Ordinal));
        Assert.True(formats.Length >= 15);
    }

    [Theory]
    [MemberData(nameof(Checked))]
    public void Every_free_text_of_a_format_is_declared_personal_or_known_not_to_be(string format)
    {
        HashSet<string> texts = [.. Texts(Formats()[format], Formats()[format], "")];
        string[] declared = [.. StoredKind.Find(format)!.PersonalFields.Select(field => field.Pointer)];

        Assert.Empty(declared.Except(texts));
        Assert.Equal(texts.Except(declared).Order(StringComparer.Ordinal), NotPersonal[format].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_is_no_kind_of_another_name() => Assert.Null(StoredKind.Find("diary/1"));

    private static IEnumerable<string> Stored() => typeof(FormJson).Assembly.GetTypes()
        .Where(type => type.Namespace == "QualityKit.Persistence")
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
        .Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string))
        .Select(field => (string)field.GetRawConstantValue()!)
        .Where(format => format.StartsWith("qualitykit.", StringComparison.Ordinal));

    private static Dictionary<string, JsonElement> Formats() => typeof(FormJson).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == "QualityKit.Wire")
        .Select(type => type.GetProperty("Schema", BindingFlags.Public | BindingFlags.Static))
        .Where(property => property is not null)
        .Select(property => JsonDocument.Parse((string)property!.GetValue(null)!).RootElement)
        .ToDictionary(schema => schema.GetProperty("title").GetString()!);

    // Strings without a closed list, a constant or a pattern.
    private static IEnumerable<string> Texts(JsonElement root, JsonElement schema, string pointer)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            schema = root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        }

        if (schema.TryGetProperty("type", out JsonElement type) && type.GetString() == "string" && !schema.TryGetProperty("enum", out _) && !schema.TryGetProperty("pattern", out _))
        {
            yield return pointer;
        }

        IEnumerable<(string Step, JsonElement Schema)> parts =
        [
            .. Members(schema, "properties").Select(member => ("/" + member.Name, member.Value)),
            .. Single(schema, "items").Concat(Single(schema, "additionalProperties")).Select(one => ("/*", one)),
            .. schema.TryGetProperty("oneOf", out JsonElement choices) ? choices.EnumerateArray().Select(one => ("", one)) : [],
        ];
        foreach (string text in parts.SelectMany(part => Texts(root, part.Schema, pointer + part.Step)))
        {
            yield return text;
        }
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement schema, string name) => schema.TryGetProperty(name, out JsonElement members) ? members.EnumerateObject() : default;

    private static IEnumerable<JsonElement> Single(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out JsonElement one) && one.ValueKind == JsonValueKind.Object ? [one] : [];
}
