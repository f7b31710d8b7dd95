using System.Collections.Immutable;
using System.Diagnostics;
using QualityKit.Methods;

namespace QualityKit.Forms;

/// <summary>Puts conditions into the words of one language: <c>`solved` is `no`</c>.</summary>
internal sealed class ConditionWords(Phrases phrases)
{
    public string Phrase(Condition condition) => condition switch
    {
        AllOf { Parts.IsEmpty: true } => phrases.Word("condition.always"),
        AnyOf { Parts.IsEmpty: true } => phrases.Word("condition.never"),
        AllOf all => Joined(all.Parts, "condition.and"),
        AnyOf any => Joined(any.Parts, "condition.or"),
        Negation not => phrases.Word("condition.not", ("part", Inner(not.Part))),
        AnsweredOption answered => Answered(answered),
        NumberBetween number => Number(number),
        MarkedNotApplicable marked => phrases.Word("condition.notApplicable", ("question", marked.Question)),
        LeftUnanswered unanswered => phrases.Word("condition.unanswered", ("question", unanswered.Question)),
        _ => throw new UnreachableException(),
    };

    private string Answered(AnsweredOption answered) => answered.Match switch
    {
        OptionMatch.Any => phrases.Word("condition.answered.any", ("question", answered.Question), ("options", Options(answered, phrases.Word("condition.or")))),
        OptionMatch.All => phrases.Word("condition.answered.all", ("question", answered.Question), ("options", Options(answered, phrases.Word("condition.and")))),
        _ => phrases.Word("condition.answered.exactly", ("question", answered.Question), ("options", Options(answered, phrases.Word("condition.and")))),
    };

    private string Number(NumberBetween number) => phrases.Word(
        (number.Minimum, number.Maximum) switch
        {
            ({ }, { }) => "condition.number.between",
            ({ }, null) => "condition.number.from",
            _ => "condition.number.to",
        },
        ("question", number.Question),
        ("minimum", Plain(number.Minimum)),
        ("maximum", Plain(number.Maximum)));

    private string Joined(ImmutableArray<Condition> parts, string word) => string.Join(phrases.Word(word), parts.Select(Inner));

    // What has several parts goes in brackets inside another.
    private string Inner(Condition part) => part is AllOf { Parts.Length: > 1 } or AnyOf { Parts.Length: > 1 } ? $"({Phrase(part)})" : Phrase(part);

    private static string Options(AnsweredOption answered, string word) => string.Join(word, answered.Options.Select(option => $"`{option}`"));

    private static string Plain(decimal? number) => number is { } value ? Fraction.From(value).ToString(28) : "";
}
