using System.Collections.Immutable;
using System.Text.Json;
using BatchScoring.Chats;

namespace BatchScoring.Reading;

/// <summary>Turns one element of <c>Events</c> into what happened in the chat.</summary>
internal static class StarEvent
{
    /// <returns>What happened, or null for stage directions, drafts and clicks that are no part of the conversation.</returns>
    /// <exception cref="DamagedLineException">A member is missing or of another kind.</exception>
    public static ChatEvent? From(JsonElement element, int position)
    {
        try
        {
            return (element.Text("Agent"), element.Text("Action")) switch
            {
                ("User", "utter") => TurnOf(element, isAgent: false),
                ("Wizard", "utter" or "pick_suggestion") => TurnOf(element, isAgent: true),
                ("Wizard", "query") => QueryOf(element),
                ("KnowledgeBase", "return_item") => ResultOf(element),
                _ => null,
            };
        }
        catch (DamagedLineException e)
        {
            throw new DamagedLineException($"in `Events[{position}]`, {e.Message}");
        }
    }

    private static Turn TurnOf(JsonElement element, bool isAgent) => new()
    {
        IsAgent = isAgent,
        Text = element.Text("Text"),
        Label = element.OptionalText("ActionLabel") is { } label && label != "custom" ? label : null,
        At = element.Optional("UnixTime", JsonValueKind.Number) is { } time ? Seconds(time) : null,
    };

    private static long? Seconds(JsonElement time) =>
        time.TryGetDouble(out double seconds) && Math.Abs(seconds) < 1e15 ? (long)Math.Floor(seconds) : null;

    private static Query QueryOf(JsonElement element)
    {
        ImmutableArray<JsonProperty> fields =
        [
            .. (element.Optional("Constraints", JsonValueKind.Array)?.EnumerateArray() ?? Enumerable.Empty<JsonElement>())
                .Where(constraint => constraint.ValueKind == JsonValueKind.Object)
                .SelectMany(constraint => constraint.EnumerateObject()),
        ];
        return new()
        {
            Api = element.OptionalText("APIName") ?? "",
            Fields = [.. fields.Select(field => field.Name)],
            IsBooking = fields.Any(IsBooking),
        };
    }

    // The corpus writes the value as a literal inside the text: "\"Book\"".
    private static bool IsBooking(JsonProperty field) =>
        field is { Name: "RequestType", Value.ValueKind: JsonValueKind.String } && field.Value.GetString()!.Trim('"') == "Book";

    private static QueryResult ResultOf(JsonElement element) => new()
    {
        Api = element.OptionalText("APIName") ?? "",
        Message = element.Optional("Item", JsonValueKind.Object)?.OptionalText("Message") ?? "",
        FoundNothing = element.Optional("TotalItems", JsonValueKind.Number) is { } total && total.TryGetInt64(out long count) && count == 0,
    };
}
