using System.Text.Json;

namespace QualityKit.Reference.Forms;

/// <summary>Reads a question of the form format.</summary>
internal static class QuestionReader
{
    public static Question Read(JsonElement json, Group group)
    {
        var kind = ReadKind(json.GetProperty("type").GetString()!);
        return new Question
        {
            Key = json.GetProperty("key").GetString()!,
            Kind = kind,
            Parent = group,
            Weight = json.Number("weight") ?? ExactNumber.One,
            Required = json.Flag("required", kind is not (QuestionKind.Text or QuestionKind.Date or QuestionKind.Information)),
            Critical = json.Flag("critical"),
            Fatal = json.Flag("fatal"),
            Bonus = json.Flag("bonus"),
            Excluded = json.Flag("excluded"),
            FailureScope = json.Member("failureScope") is { } scope ? ReadScope(scope, group) : FailureScope.Form,
            VisibleWhen = json.Member("visibleWhen"),
            Tags = json.Members("tags").Select(tag => tag.GetString()!).ToList(),
            Options = json.Members("options").Concat(json.Members("ranges")).Select(option => ReadOption(option, group)).ToList(),
            Cap = json.Number("cap"),
        };
    }

    private static Option ReadOption(JsonElement json, Group group) => new()
    {
        Key = json.Member("key")?.GetString(),
        Minimum = json.Number("minimum"),
        Maximum = json.Number("maximum"),
        Points = json.Number("points") ?? ExactNumber.Zero,
        Unselected = json.Number("unselected") ?? ExactNumber.Zero,
        Bonus = json.Flag("bonus"),
        Fails = json.Member("fails") is { } scope ? ReadScope(scope, group) : null,
    };

    private static FailureScope ReadScope(JsonElement scope, Group ownGroup)
    {
        if (scope.ValueKind == JsonValueKind.Object)
        {
            return new FailureScope(scope.GetProperty("group").GetString());
        }

        return scope.GetString() == "group" ? new FailureScope(ownGroup.Key) : FailureScope.Form;
    }

    private static QuestionKind ReadKind(string type) => type switch
    {
        "choice" => QuestionKind.Choice,
        "multiSelect" => QuestionKind.MultiSelect,
        "number" => QuestionKind.Number,
        "text" => QuestionKind.Text,
        "date" => QuestionKind.Date,
        "information" => QuestionKind.Information,
        _ => throw new ArgumentException($"'{type}' is not a kind of question.", nameof(type)),
    };
}
