using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;

namespace QualityKit.CaseRunner.Genesys;

/// <summary>Reads a visibility condition, whose predicates name answers by their place in the form.</summary>
internal static partial class GenesysVisibility
{
    /// <summary>When the item is there; null when it always is.</summary>
    /// <param name="visibility">The condition; null for none.</param>
    /// <param name="group">The group of the question that it belongs to; null where it belongs to a group.</param>
    public static Condition? Read(JsonElement? visibility, int? group)
    {
        if (visibility is not { } source)
        {
            return null;
        }

        source.OnlyHas("visibility", "op", "predicates");
        Condition[] parts = [.. source.List("predicates").Select(predicate => PredicateOf(predicate.ToText(), group))];
        return (parts, source.OptionalText("op") ?? "AND") switch
        {
            ([], _) => null,
            ([{ } only], _) => only,
            (_, "AND") => When.All(parts),
            (_, "OR") => When.Any(parts),
            (_, string op) => throw new UnsupportedCaseException($"the operator `{op}` is not understood"),
        };
    }

    private static AnsweredOption PredicateOf(string path, int? group)
    {
        Match match = AnswerPath().Match(path);
        int? inGroup = match.Groups["group"].Success ? Number(match, "group") : group;
        return match.Success && inGroup is { } place
            ? When.Answered(GenesysForm.QuestionKey(place, Number(match, "question")), GenesysQuestion.OptionKey(Number(match, "answer")))
            : throw new UnsupportedCaseException($"the predicate `{path}` is not understood");
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?:/form|\.\.(?:/\.\.)?)/questionGroup/(?<group>\d{1,4})|\.\.)/question/(?<question>\d{1,4})/answer/(?<answer>\d{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex AnswerPath();
}
