using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange.Genesys;

/// <summary>Conditions as predicates, which name answers by their places in the form.</summary>
internal sealed class GenesysPaths
{
    private readonly Dictionary<string, (int Group, int Place, Question Question)> _questions = new(StringComparer.Ordinal);

    public GenesysPaths(ImmutableArray<FlatGroup> groups)
    {
        for (int group = 0; group < groups.Length; group++)
        {
            for (int place = 0; place < groups[group].Questions.Length; place++)
            {
                Question question = groups[group].Questions[place].Question;
                _questions[question.Key] = (group, place, question);
            }
        }
    }

    /// <summary>Writes conditions that must all hold; what predicates cannot say becomes a loss of its owner.</summary>
    public void Write(JsonObject written, ImmutableArray<(Condition Condition, SourceObject Owner)> conditions)
    {
        JoinedParts<string>? whole = null;
        foreach ((Condition condition, SourceObject owner) in conditions)
        {
            JoinedParts<string>? part = Predicates(condition);
            JoinedParts<string>? joined = part is null ? null : whole is null ? part : JoinedParts<string>.Join(isAny: false, [whole, part]);
            whole = joined ?? whole;
            if (joined is null)
            {
                owner.Lose(IssueCodes.ConditionLeftOut, "visibleWhen", ("target", owner.Losses.Target));
            }
        }

        if (whole is not null)
        {
            written["visibilityCondition"] = new JsonObject
            {
                ["combiningOperation"] = whole is { IsAny: true, Parts.Length: > 1 } ? "OR" : "AND",
                ["predicates"] = new JsonArray([.. whole.Parts.Select(path => JsonValue.Create(path))]),
            };
        }
    }

    private JoinedParts<string>? Predicates(Condition condition) => condition switch
    {
        AllOf { Parts.Length: > 0 } all => JoinedParts<string>.Join(isAny: false, all.Parts.Select(Predicates)),
        AnyOf { Parts.Length: > 0 } any => JoinedParts<string>.Join(isAny: true, any.Parts.Select(Predicates)),
        AnsweredOption answered => Answered(answered),
        NumberBetween between => Between(between),
        _ => null,
    };

    // Of a single choice one option is selected, so `exactly` this one is `any` of this one.
    private JoinedParts<string>? Answered(AnsweredOption condition)
    {
        (int Group, int Place, Question Question) at = _questions[condition.Question];
        if (at.Question is not ChoiceQuestion choice || (condition.Match == OptionMatch.Exactly && condition.Options.Length > 1))
        {
            return null;
        }

        string[] keys = [.. choice.Options.Select(option => option.Key)];
        return new(condition.Match != OptionMatch.All, [.. condition.Options.Select(option => Path(at.Group, at.Place, Array.IndexOf(keys, option)))]);
    }

    // A number is written as a choice of its ranges: a condition can name whole ranges.
    private JoinedParts<string>? Between(NumberBetween condition)
    {
        (int Group, int Place, Question Question) at = _questions[condition.Question];
        if (at.Question is not NumberQuestion number || GenesysQuestionWriter.IsNetPromoter(number))
        {
            return null;
        }

        bool Touches(NumberRange range) => !(range.Maximum < condition.Minimum) && !(range.Minimum > condition.Maximum);
        bool IsInside(NumberRange range) => !(range.Minimum < condition.Minimum) && !(range.Maximum > condition.Maximum);
        if (number.Ranges.Any(range => Touches(range) && !IsInside(range)) || !number.Ranges.Any(Touches))
        {
            return null;
        }

        return new(IsAny: true, [.. number.Ranges.Select((range, place) => (range, place)).Where(found => Touches(found.range)).Select(found => Path(at.Group, at.Place, found.place))]);
    }

    private static string Path(int group, int question, int answer) =>
        string.Create(CultureInfo.InvariantCulture, $"/form/questionGroup/{group}/question/{question}/answer/{answer}");
}
