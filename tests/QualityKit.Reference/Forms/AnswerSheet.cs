using System.Text.Json;

namespace QualityKit.Reference.Forms;

/// <summary>The answers as given, also those behind hidden questions and N/A marks.</summary>
internal sealed class AnswerSheet
{
    private readonly Dictionary<string, JsonElement> answers;
    private readonly HashSet<string> markedGroups;

    public AnswerSheet(JsonElement sheet)
    {
        answers = sheet.Member("answers")?.EnumerateObject().ToDictionary(answer => answer.Name, answer => answer.Value) ?? [];
        markedGroups = sheet.Members("notApplicableGroups").Select(group => group.GetString()!).ToHashSet();
    }

    /// <summary>Whether there is an answer, even one that N/A or hiding puts out of use. A comment alone is none, nothing selected is one.</summary>
    public bool HasAnswer(Question question) =>
        Find(question, "options") is not null || Find(question, "number") is not null
        || Find(question, "text") is not null || Find(question, "date") is not null;

    /// <summary>Whether the question, or a group around it, is marked N/A.</summary>
    public bool IsNotApplicable(Question question) =>
        Find(question, "notApplicable")?.GetBoolean() == true || question.GroupsAround().Any(IsMarked);

    /// <summary>Whether the group, or a group around it, is marked N/A.</summary>
    public bool IsNotApplicable(Group group) => IsMarked(group) || group.GroupsAround().Any(IsMarked);

    /// <summary>Whether it is answered: an answer and no N/A mark.</summary>
    public bool IsAnswered(Question question) => HasAnswer(question) && !IsNotApplicable(question);

    /// <summary>The keys of the selected options; none where nothing is selected.</summary>
    public IReadOnlyList<string> Selected(Question question) =>
        Find(question, "options")?.EnumerateArray().Select(key => key.GetString()!).ToList() ?? [];

    /// <summary>The number given, or null where none is.</summary>
    public ExactNumber? Number(Question question) =>
        Find(question, "number") is { } number ? ExactNumber.Parse(number.GetRawText()) : null;

    private bool IsMarked(Group group) => markedGroups.Contains(group.Key);

    private JsonElement? Find(Question question, string member) =>
        answers.TryGetValue(question.Key, out var answer) ? answer.Member(member) : null;
}
