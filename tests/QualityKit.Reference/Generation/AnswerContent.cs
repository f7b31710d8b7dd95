using System.Text.Json.Nodes;
using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Generation;

/// <summary>What is answered to one question.</summary>
/// <param name="dice">Where chance comes from.</param>
/// <param name="highestPercent">How often a choice is answered with its highest points.</param>
internal sealed class AnswerContent(Dice dice, int highestPercent)
{
    public JsonObject Of(Question question, JsonObject json) => question.Kind switch
    {
        QuestionKind.Choice => new JsonObject { ["options"] = new JsonArray(Choice(question)) },
        QuestionKind.MultiSelect => new JsonObject { ["options"] = Selection(question) },
        QuestionKind.Number => new JsonObject().With("number", Number(json)),
        QuestionKind.Date => new JsonObject { ["date"] = dice.Pick("2024-02-29", "2025-12-31") },
        _ => new JsonObject { ["text"] = "Some words." },
    };

    /// <summary>Whether an option or range with a required comment was selected, or one that fails, which deserves one.</summary>
    public static bool IsFlagged(Question question, JsonObject json, JsonObject answer) => question.Kind switch
    {
        QuestionKind.Number => IsFlagged(json["ranges"]!.AsArray(), range =>
            range["minimum"]!.GetValue<decimal>() <= answer["number"]!.GetValue<decimal>()
            && answer["number"]!.GetValue<decimal>() <= range["maximum"]!.GetValue<decimal>()),
        QuestionKind.Choice or QuestionKind.MultiSelect => IsFlagged(json["options"]!.AsArray(), option =>
            answer["options"]!.AsArray().Any(key => key!.GetValue<string>() == option["key"]!.GetValue<string>())),
        _ => false,
    };

    private static bool IsFlagged(JsonArray options, Func<JsonNode, bool> isSelected) =>
        options.Any(option => isSelected(option!) && (option!["commentRequired"] is not null || option["fails"] is not null));

    private string Choice(Question question) => dice.Chance(highestPercent)
        ? question.Options.MaxBy(option => option.Points)!.Key!
        : dice.Pick(question.Options).Key!;

    /// <summary>Often some, now and then none at all: nothing selected is an answer too.</summary>
    private JsonArray Selection(Question question)
    {
        var keys = question.Options.Select(option => option.Key!).ToList();
        return dice.Chance(15) ? [] : new JsonArray([.. dice.Some(keys).Select(key => (JsonNode)key)]);
    }

    private decimal Number(JsonObject json)
    {
        var step = json["step"]?.GetValue<decimal>() ?? 1;
        var range = dice.Pick(json["ranges"]!.AsArray().ToList())!;
        var minimum = range["minimum"]!.GetValue<decimal>();
        var maximum = range["maximum"]!.GetValue<decimal>();
        return minimum + (dice.Below((int)((maximum - minimum) / step) + 1) * step);
    }
}
