using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Genesys;

/// <summary>Reads a visibility condition of Genesys Cloud, whose predicates name answers by their places in the form.</summary>
internal sealed partial class GenesysVisibilityReader
{
    private readonly SourceObject _source;
    private readonly ImportContext _context;
    private readonly int _group;
    private readonly string _operation;
    private readonly ImmutableArray<(string Text, Place Place)> _predicates;

    private GenesysVisibilityReader(SourceObject source, ImportContext context, int group)
    {
        _source = source;
        _context = context;
        _group = group;
        _operation = source.Text("combiningOperation") ?? "AND";
        _predicates = [.. source.Texts("predicates")];
    }

    /// <summary>The condition of an item; null when it has none. What is wrong with it as JSON is reported at once.</summary>
    public static GenesysVisibilityReader? Of(SourceObject owner, ImportContext context, int group) =>
        owner.Object("visibilityCondition") is { } source ? new(source, context, group) : null;

    /// <summary>The condition, when all questions are known; null when nothing is left of it.</summary>
    public Condition? Read()
    {
        Condition[] parts = [.. _predicates.Select(Predicate).OfType<Condition>()];
        if (_operation is not ("AND" or "OR"))
        {
            _source.Lose(
                IssueCodes.ValueReplaced,
                "combiningOperation",
                ("member", "combiningOperation"), ("value", Quoted.Short(_operation)), ("used", "AND"));
        }

        if (parts.Length == 0 && _predicates.Length > 0)
        {
            _source.Lose(IssueCodes.NothingLeftOfCondition, null);
        }

        ImportContext.ReportLostParts(_source, _operation == "OR" ? "OR" : "AND", (parts.Length, _predicates.Length));
        return parts switch
        {
            [] => null,
            [{ } only] => only,
            _ => _operation == "OR" ? When.Any(parts) : When.All(parts),
        };
    }

    private AnsweredOption? Predicate((string Text, Place Place) predicate)
    {
        Match match = AnswerPath().Match(predicate.Text);
        if (match.Success
            && _context.Questions.TryGetValue(GenesysGroupReader.PathOf(GroupOf(match), Number(match, "question")), out ImportedQuestion? question)
            && question.Question is ChoiceQuestion
            && question.Options.TryGetValue(Number(match, "answer").ToString(CultureInfo.InvariantCulture), out string? option))
        {
            return When.Answered(question.Key, option);
        }

        _source.Losses.Add(IssueCodes.ReferenceLeadsNowhere, predicate.Place.Pointer, ("reference", Quoted.Short(predicate.Text)));
        return null;
    }

    private int GroupOf(Match match) => match.Groups["group"].Success ? Number(match, "group") : _group;

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:/form/questionGroup/(?<group>[0-9]{1,6})|\.\.)/question/(?<question>[0-9]{1,6})/answer/(?<answer>[0-9]{1,6})\z", RegexOptions.CultureInvariant)]
    private static partial Regex AnswerPath();
}
