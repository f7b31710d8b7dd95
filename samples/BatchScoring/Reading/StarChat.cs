using System.Collections.Immutable;
using System.Text.Json;
using BatchScoring.Chats;

namespace BatchScoring.Reading;

/// <summary>Turns one JSON document of the STAR format into a chat. Members that the format has and scoring does not need are passed over.</summary>
internal static class StarChat
{
    /// <exception cref="DamagedLineException">A member is missing or of another kind.</exception>
    public static Chat From(JsonElement document) => new()
    {
        DialogueId = document.Member("DialogueID", JsonValueKind.Number).TryGetInt64(out long id)
            ? id
            : throw new DamagedLineException("`DialogueID` is not a whole number"),
        Agent = document.Text("AnonymizedWizardWorkerID"),
        IsComplete = document.OptionalText("CompletionLevel") is null or "Complete",
        Scenario = ScenarioOf(document),
        Events = [.. document.Member("Events", JsonValueKind.Array).EnumerateArray().Select(StarEvent.From).OfType<ChatEvent>()],
        Survey = SurveyOf(document),
    };

    private static Scenario ScenarioOf(JsonElement document)
    {
        JsonElement? scenario = document.Optional("Scenario", JsonValueKind.Object);
        return new()
        {
            Domains = [.. Items(scenario, "Domains").Where(domain => domain.ValueKind == JsonValueKind.String).Select(domain => domain.GetString()!)],
            Tasks = [.. Items(scenario, "WizardCapabilities").Select(capability => capability.OptionalText("Task")).OfType<string>()],
            IsHappyPath = scenario?.Optional("Happy", JsonValueKind.False) is null,
        };
    }

    private static ImmutableArray<SurveyAnswer> SurveyOf(JsonElement document) =>
    [
        .. Items(document, "UserQuestionnaire")
            .Where(entry => entry.Optional("Answer", JsonValueKind.True, JsonValueKind.False) is not null)
            .Select(entry => new SurveyAnswer { Question = entry.Text("Question"), IsYes = entry.GetProperty("Answer").GetBoolean() }),
    ];

    private static IEnumerable<JsonElement> Items(JsonElement? parent, string name) =>
        parent?.Optional(name, JsonValueKind.Array)?.EnumerateArray() ?? Enumerable.Empty<JsonElement>();
}
