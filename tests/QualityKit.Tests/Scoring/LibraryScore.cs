using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Scoring;

/// <summary>What the library makes of a form and answers in JSON.</summary>
internal static class LibraryScore
{
    public static Scorecard Of(string form, string answers, bool isPreview = false)
    {
        EvaluationForm published = Publish(FormJson.Read(form).Value);
        AnswerSheet sheet = AnswerSheetJson.Read(answers).Value;
        return isPreview ? Scorer.Preview(published, sheet) : Scorer.Score(published, sheet);
    }

    /// <summary>The scorecard as the executable specification writes it: without the hash of the form.</summary>
    public static JsonObject Json(Scorecard card)
    {
        JsonObject json = JsonNode.Parse(ScorecardJson.Write(card))!.AsObject();
        json.Remove("form");
        return json;
    }

    /// <summary>Where the library differs from what is expected, scored in full and compiled; null when nowhere.</summary>
    public static string? Difference(JsonNode expected, string form, string answers, bool isPreview = false)
    {
        string place = $"form {form}\nanswers {answers}\n";
        try
        {
            Scorecard card = Of(form, answers, isPreview);
            CompactScore compact = CompiledForm.For(card.Form).Score(card.Answers.FlatCodes);
            if ((compact.Total, compact.RawTotal, compact.Outcome) != (card.Total, card.RawTotal, card.Outcome))
            {
                return $"{place}compiled: {compact.Total}, {compact.RawTotal}, {compact.Outcome}; scorecard: {card}\n";
            }

            string[] members = [.. Members(expected, Json(card), "")];
            return members.Length == 0 ? null : $"{place}{string.Join("\n", members)}\n";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"{place}{exception}\n";
        }
    }

    // The specification also scores forms of bonus questions alone, which nobody can publish.
    private static EvaluationForm Publish(FormDraft draft)
    {
        Validated<EvaluationForm> form = draft.Publish();
        return !form.IsValid && form.Errors.All(issue => issue.Code == IssueCodes.NoScoredQuestion) ? new EvaluationForm(draft) : form.Value;
    }

    private static IEnumerable<string> Members(JsonNode? expected, JsonNode? actual, string path) => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => left.Select(member => member.Key).Union(right.Select(member => member.Key))
            .SelectMany(name => Members(left[name], right[name], $"{path}/{name}")),
        (JsonArray left, JsonArray right) when left.Count == right.Count =>
            Enumerable.Range(0, left.Count).SelectMany(index => Members(left[index], right[index], $"{path}/{index}")),
        _ when JsonNode.DeepEquals(expected, actual) => [],
        _ => [$"{path}: expected {expected?.ToJsonString() ?? "null"}, the library says {actual?.ToJsonString() ?? "null"}"],
    };
}
