using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Wire;

/// <summary>The small objects that forms are made of: texts, marks, scopes, answers.</summary>
internal static class PartTables
{
    public static ValueKind<LocalizedText> Text { get; } = new EitherKind<LocalizedText>(
        Kinds.Text(Kinds.LongestText).As(LocalizedText.From),
        new ObjectTable<LocalizedText>("translatedText", () => LocalizedText.Empty)
            .Required("text", Kinds.Text(Kinds.LongestText), (whole, text) => Translated(LocalizedText.From(text), [.. whole.Translations]))
            .Optional("translations", new MapKind<string>(Kinds.Language, Kinds.Text(Kinds.LongestText)), Translated));

    public static ObjectTable<Score> Mark { get; } = new ObjectTable<Score>("mark", () => default)
        .Optional("percent", Kinds.Number, (_, percent) => Score.Percent(percent))
        .Optional("points", Kinds.Number, (_, points) => Score.Points(points))
        .Optional("grade", Kinds.Number, (_, grade) => Score.Grade(grade))
        .Rule(new OneOfMembers(true, "percent", "points", "grade"));

    public static ObjectTable<Band> Band { get; } = new ObjectTable<Band>("band", () => new() { Name = LocalizedText.Empty })
        .Required("name", Text, (band, name) => band with { Name = name })
        .Optional("minimum", Mark, (band, mark) => band with { Minimum = mark })
        .Optional("top", Mark, (band, mark) => band with { Top = mark })
        .Rule(new AnyOfMembers("minimum", "top"));

    public static ValueKind<FailureScope> Scope { get; } = new EitherKind<FailureScope>(
        Kinds.Choice(FormNames.FailureScopes).As(kind => kind == FailureScopeKind.Form ? FailureScope.Form : FailureScope.OwnGroup),
        new ObjectTable<FailureScope>("groupScope", () => FailureScope.Form)
            .Required("group", Kinds.Key, (_, key) => FailureScope.Group(key)));

    public static ValueKind<DefaultAnswer> Default { get; } = new EitherKind<DefaultAnswer>(
        Kinds.Choice(FormNames.DefaultAnswers).As(Named),
        Answer(new ObjectTable<DefaultAnswer>("answer", () => DefaultAnswer.None), isRequired: true, (_, answer) => Given(answer)));

    /// <summary>A table with the members of an answer, of which an object has one only.</summary>
    public static ObjectTable<T> Answer<T>(ObjectTable<T> table, bool isRequired, Func<T, Answer, T> set)
        where T : notnull =>
        table
            .Optional("options", Kinds.Array(Kinds.Key), (owner, keys) => set(owner, new SelectedOptions { Options = keys }))
            .Optional("number", Kinds.Number, (owner, number) => set(owner, new NumberAnswer { Value = number }))
            .Optional("text", Kinds.Text(Kinds.LongestAnswer), (owner, text) => set(owner, new TextAnswer { Value = text }))
            .Optional("date", Kinds.Date, (owner, date) => set(owner, new DateAnswer { Value = date }))
            .Optional("notApplicable", new ConstantKind("true"), (owner, _) => set(owner, NotApplicableAnswer.Instance))
            .Rule(new OneOfMembers(isRequired, "options", "number", "text", "date", "notApplicable"));

    private static LocalizedText Translated(LocalizedText whole, ImmutableArray<KeyValuePair<string, string>> translations) =>
        translations.Aggregate(whole, (text, translation) => text.In(translation.Key, translation.Value));

    private static DefaultAnswer Given(Answer answer) =>
        answer is NotApplicableAnswer ? DefaultAnswer.NotApplicable : DefaultAnswer.Given(answer);

    private static DefaultAnswer Named(DefaultAnswerKind kind) => kind switch
    {
        DefaultAnswerKind.Highest => DefaultAnswer.Highest,
        DefaultAnswerKind.Lowest => DefaultAnswer.Lowest,
        _ => DefaultAnswer.NotApplicable,
    };
}
