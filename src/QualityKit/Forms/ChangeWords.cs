using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Puts changes of forms into the words of one language.</summary>
internal sealed class ChangeWords(MessageCatalogue catalogue)
{
    private static readonly Rounding Exact = new() { Digits = 28 };

    private readonly Phrases _phrases = new(catalogue);

    public string Sentence(FormChange change)
    {
        // A switch that was turned has a sentence for each way.
        string code = change.Code + (change.After is bool isOn ? isOn ? ".on" : ".off" : "");
        ImmutableArray<MessageArgument> printed =
        [
            .. change.Arguments.Select(argument => argument with { Value = Print(argument.Value, change.Code) }),
            .. Missing(change, "before"),
            .. Missing(change, "after"),
        ];
        return catalogue.Format(code, printed);
    }

    private IEnumerable<MessageArgument> Missing(FormChange change, string name)
    {
        if (change.Arguments.All(argument => argument.Name != name))
        {
            yield return new() { Name = name, Value = _phrases.Find(change.Code + ".none") ?? _phrases.Word("word.none") };
        }
    }

    private string Print(object value, string code) => value switch
    {
        string text => _phrases.Find($"value.{MemberOf(code)}.{text}") ?? $"`{text}`",
        LocalizedText text => $"`{text.ToString(_phrases.Language)}`",
        decimal number => Fraction.From(number).ToString(28),
        Score mark => mark.ToString(Exact),
        Enum choice => _phrases.Word($"value.{JsonNamingPolicy.CamelCase.ConvertName(choice.GetType().Name)}.{JsonNamingPolicy.CamelCase.ConvertName(choice.ToString())}"),
        Condition condition => _phrases.Word("condition.when", ("condition", new ConditionWords(_phrases).Phrase(condition))),
        FailureScope scope => Print(scope),
        DefaultAnswer answer => Print(answer),
        ImmutableArray<string> keys => List(keys),
        ImmutableArray<DisputeAssignee> assignees => string.Join(", ", assignees.Select(Print)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private string Print(FailureScope scope) =>
        _phrases.Word($"value.failureScopeKind.{EnumRules.Name(scope.Kind)}", ("group", scope.GroupKey ?? ""));

    private string Print(DisputeAssignee assignee) =>
        _phrases.Word($"value.disputeAssigneeKind.{EnumRules.Name(assignee.Kind)}", ("user", assignee.UserId ?? ""));

    private string Print(DefaultAnswer answer) => answer.Answer switch
    {
        SelectedOptions selected => List(selected.Options),
        NumberAnswer number => Fraction.From(number.Value).ToString(28),
        TextAnswer text => $"`{text.Value}`",
        DateAnswer date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        NotApplicableAnswer => _phrases.Word("word.notApplicable"),
        _ => _phrases.Word($"value.defaultAnswerKind.{EnumRules.Name(answer.Kind)}"),
    };

    private string List(ImmutableArray<string> keys) =>
        keys.IsEmpty ? _phrases.Word("word.none") : string.Join(", ", keys.Select(key => $"`{key}`"));

    private static string MemberOf(string code) => code[(code.LastIndexOf('.') + 1)..];
}
