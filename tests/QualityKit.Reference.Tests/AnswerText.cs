using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityKit.Reference.Tests;

/// <summary>
/// A short notation for answer sheets: <c>a=100</c> selects an option, <c>m=x+y</c> two, <c>m=</c> none,
/// <c>n=#2.5</c> is a number, <c>t=~words</c> a text, <c>b=NA</c> a mark, and <c>[g]</c> marks a group N/A.
/// </summary>
internal static class AnswerText
{
    public static string ToJson(string answers)
    {
        var words = answers.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var sheet = new JsonObject
        {
            ["format"] = "qualitykit.answers/1",
            ["answers"] = new JsonObject(words.Where(word => word[0] != '[').Select(Answer)),
            ["notApplicableGroups"] = new JsonArray([.. words.Where(word => word[0] == '[').Select(word => (JsonNode)word[1..^1])]),
        };
        return sheet.ToJsonString();
    }

    private static KeyValuePair<string, JsonNode?> Answer(string word)
    {
        var parts = word.Split('=');
        return new(parts[0], JsonNode.Parse(parts[1] switch
        {
            "NA" => """{"notApplicable": true}""",
            "" => """{"options": []}""",
            ['#', .. var number] => $$"""{"number": {{number}}}""",
            ['~', .. var text] => $$"""{"text": {{JsonSerializer.Serialize(text)}}}""",
            var options => $$"""{"options": {{JsonSerializer.Serialize(options.Split('+'))}}}""",
        }));
    }
}
