using System.Text.Json;
using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S2: what is present, and which conditions hold.</summary>
internal sealed class Visibility(Form form, AnswerSheet sheet)
{
    /// <summary>S2: its own condition holds and every group around it is present.</summary>
    public bool IsPresent(Item item) =>
        (item.Parent is null || IsPresent(item.Parent)) && (item.VisibleWhen is not { } condition || Holds(condition));

    /// <summary>S2, the table of conditions.</summary>
    public bool Holds(JsonElement condition)
    {
        var part = condition.EnumerateObject().Single();
        return part.Name switch
        {
            "all" => part.Value.EnumerateArray().All(Holds),
            "any" => part.Value.EnumerateArray().Any(Holds),
            "not" => !Holds(part.Value),
            "answered" => IsAnsweredWith(part.Value),
            "number" => IsNumberWithin(part.Value),
            "notApplicable" => Find(part.Value) is var question && IsPresent(question) && sheet.IsNotApplicable(question),
            "unanswered" => Find(part.Value) is var question && IsPresent(question)
                && !sheet.HasAnswer(question) && !sheet.IsNotApplicable(question),
            _ => throw new ArgumentException($"'{part.Name}' is not a condition.", nameof(condition)),
        };
    }

    private bool IsAnsweredWith(JsonElement part)
    {
        var question = Find(part.GetProperty("question"));
        if (!IsPresent(question) || !sheet.IsAnswered(question))
        {
            return false;
        }

        var selected = sheet.Selected(question).ToHashSet();
        var named = part.GetProperty("options").EnumerateArray().Select(option => option.GetString()!).ToList();
        return part.Text("match", "any") switch
        {
            "any" => named.Any(selected.Contains),
            "all" => named.All(selected.Contains),
            _ => selected.SetEquals(named),
        };
    }

    private bool IsNumberWithin(JsonElement part)
    {
        var question = Find(part.GetProperty("question"));
        return IsPresent(question)
            && sheet.IsAnswered(question)
            && sheet.Number(question) is { } number
            && (part.Number("minimum") is not { } minimum || number >= minimum)
            && (part.Number("maximum") is not { } maximum || number <= maximum);
    }

    private Question Find(JsonElement key) => form.Whole.AllQuestions().Single(question => question.Key == key.GetString());
}
