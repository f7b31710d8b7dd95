using System.Globalization;
using System.Text.Json.Nodes;

namespace QualityKit.Samples.Tests;

/// <summary>Writes one chat in the STAR format: <c>ChatScript.About("hotel_book").Customer("hi").Picks("hello")</c>.
/// Every message comes ten seconds after the one before.</summary>
public sealed class ChatScript
{
    private readonly JsonArray _events = [];
    private readonly JsonArray _survey = [];
    private readonly JsonObject _chat;
    private long _time = 1000;

    private ChatScript(string[] tasks) => _chat = new()
    {
        ["AnonymizedWizardWorkerID"] = "ada",
        ["CompletionLevel"] = "Complete",
        ["DialogueID"] = 1,
        ["Events"] = _events,
        ["Scenario"] = new JsonObject
        {
            ["Domains"] = new JsonArray([.. tasks.Select(task => JsonValue.Create(task.Split('_')[0]))]),
            ["Happy"] = true,
            ["WizardCapabilities"] = Objects(tasks.Select(task => new JsonObject { ["Task"] = task })),
        },
        ["UserQuestionnaire"] = _survey,
    };

    /// <summary>The chat as one line of JSON.</summary>
    public string Line => _chat.ToJsonString();

    public static ChatScript About(params string[] tasks) => new(tasks);

    public ChatScript Id(long id) => With("DialogueID", id);

    public ChatScript By(string agent) => With("AnonymizedWizardWorkerID", agent);

    public ChatScript CustomerLeaves() => With("CompletionLevel", "DisconnectDuringDialogue");

    public ChatScript GoesAstray()
    {
        _chat["Scenario"]!["Happy"] = false;
        return this;
    }

    public ChatScript Customer(string text, int after = 10) => Event("User", "utter", after, ("Text", text));

    public ChatScript Picks(string label, int after = 10) =>
        Event("Wizard", "pick_suggestion", after, ("Text", $"words of {label}"), ("ActionLabel", label));

    public ChatScript Types(string text, int after = 10) => Event("Wizard", "utter", after, ("Text", text));

    public ChatScript Drafts(string text) => Event("Wizard", "request_suggestions", 1, ("Text", text));

    public ChatScript Asks(string api, params string[] fields) =>
        Event("Wizard", "query", 1, ("APIName", api), ("Constraints", Objects(fields.Select(field => new JsonObject { [field] = "\"x\"" }))));

    public ChatScript Books(string api) =>
        Event("Wizard", "query", 1, ("APIName", api), ("Constraints", new JsonArray(new JsonObject { ["RequestType"] = "\"Book\"" })));

    public ChatScript Answers(string message) =>
        Event("KnowledgeBase", "return_item", 0, ("APIName", "x"), ("Item", new JsonObject { ["Message"] = message }), ("TotalItems", -1));

    public ChatScript FindsNothing() => Event("KnowledgeBase", "return_item", 0, ("APIName", "x"), ("TotalItems", 0));

    public ChatScript Says(string question, bool isYes)
    {
        _survey.Add(new JsonObject { ["Question"] = question, ["Answer"] = isYes });
        return this;
    }

    public ChatScript StayedCalm(bool isYes) => Says("Did they stay calm and helpful?", isYes);

    /// <summary>Sets a member of the document, for what a script has no word for.</summary>
    public ChatScript With(string member, JsonNode? value)
    {
        _chat[member] = value;
        return this;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"a chat of {_events.Count} events");

    private static JsonArray Objects(IEnumerable<JsonObject> objects) => new([.. objects]);

    private ChatScript Event(string agent, string action, int after, params (string Name, JsonNode? Value)[] members)
    {
        _time += after;
        var entry = new JsonObject { ["Agent"] = agent, ["Action"] = action, ["UnixTime"] = _time };
        foreach ((string name, JsonNode? value) in members)
        {
            entry[name] = value;
        }

        _events.Add(entry);
        return this;
    }
}
