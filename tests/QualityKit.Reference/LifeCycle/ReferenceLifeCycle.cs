using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityKit.Reference.LifeCycle;

/// <summary>The executable specification of the life of an evaluation: docs/evaluations.md, E1 to E16.</summary>
public static class ReferenceLifeCycle
{
    /// <summary>Tries every step of a case and says what became of each, and where the evaluation stands then.</summary>
    public static JsonArray Run(JsonElement given)
    {
        var story = new Story(given);
        var results = new JsonArray();
        foreach (Step step in given.GetProperty("steps").EnumerateArray().Select(one => new Step(one)))
        {
            string outcome = Outcome(story, step);
            if (outcome == "done")
            {
                if (step.Do == "announce")
                {
                    step.Announced.AddRange(story.Due(step.At));
                }

                story.Add(step);
            }

            results.Add(Standing(story, step, outcome));
        }

        return results;
    }

    /// <summary>What whoever acts last may do then, instead of what they try.</summary>
    internal static string[] AllowedAtEnd(JsonElement given)
    {
        var story = new Story(given);
        List<Step> steps = [.. given.GetProperty("steps").EnumerateArray().Select(one => new Step(one))];
        foreach (Step step in steps.SkipLast(1).Where(step => Outcome(story, step) == "done"))
        {
            step.Announced.AddRange(step.Do == "announce" ? story.Due(step.At) : []);
            story.Add(step);
        }

        return [.. Permitted.Commands.Where(command => Permitted.Is(command, story, steps[^1], steps[^1].At))];
    }

    private static string Outcome(Story story, Step step) =>
        !step.May(step.Do) ? "forbidden"
        : !Permitted.Is(step.Do, story, step, step.At) ? "refused"
        : IsFaulty(story, step) ? "issues"
        : "done";

    private static bool IsFaulty(Story story, Step step) => step.Do switch
    {
        "assign" when story.OpenDispute is not null => step.Text("evaluator") is { } reviewer && !story.MayHandle(reviewer),
        "assign" => (step.Text("evaluator") is { } evaluator && (evaluator == story.Subject) != (story.Kind == "self")) || step.Number("expires") <= step.At,
        "submit" => step.Text("answers") is null,
        "rescore" => step.Text("answers") is null || step.Text("text") is "",
        "acceptDispute" => step.Text("answers") is null,
        "release" => step.Number("when") <= step.At,
        "comment" or "commentPrivately" or "dispute" or "declineDispute" or "closeAcknowledgement" => step.Text("text") is "",
        _ => false,
    };

    private static JsonObject Standing(Story story, Step step, string outcome) => new()
    {
        ["outcome"] = outcome,
        ["status"] = story.Status(step.At),
        ["versions"] = story.Status(step.At) == "Deleted" ? 0 : story.Versions.Count,
        ["total"] = story.Status(step.At) == "Deleted" ? null : story.Current?.Text("answers") switch { "yes" => 100, "no" => 0, _ => null },
        ["seen"] = story.Status(step.At) == "Deleted" ? 0 : story.Seen(step.At),
        ["disputes"] = story.Status(step.At) == "Deleted" ? 0 : story.Raised.Count,
        ["reviewer"] = story.Status(step.At) == "Deleted" ? null : story.Reviewer,
        ["awaited"] = story.IsAwaited(step.At),
        ["announced"] = new JsonArray([.. step.Announced.Select(one => (JsonNode)one)]),
        ["allowed"] = new JsonArray([.. Permitted.Commands.Where(command => step.May(command) && Permitted.Is(command, story, step, step.At)).Select(one => (JsonNode)one)]),
    };
}
