using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;

namespace QualityKit.CaseRunner.Fragments;

/// <summary>A form around a fragment, and the limits that it is held against.</summary>
internal sealed record Fragment
{
    public required FormDraft Form { get; init; }

    public required FormLimits Limits { get; init; }

    // How a form is scored comes first, then what there is, then what it is like.
    private static readonly (string[] Names, Func<FormDraft, JsonElement, FormDraft> Apply)[] Parts =
    [
        (["weights", "questionWeights"], FragmentShape.Weights),
        (["weightSum", "weightTotal", "sumOfWeights"], FragmentShape.WeightSum),
        (["sectionWeights"], FragmentShape.SectionWeights),
        (["questions", "questionCount"], FragmentShape.Questions),
        (["sections", "sectionCount"], FragmentShape.Sections),
        (["depth", "sectionDepth", "nesting", "levels"], FragmentShape.Depth),
        (["refIds"], FragmentShape.Keys),
        (["type", "questionType"], FragmentQuestion.Type),
        (["options", "optionCount"], FragmentQuestion.Options),
        (["ranges", "rangeCount"], FragmentQuestion.Ranges),
        (["minValue"], FragmentQuestion.Minimum),
        (["maxValue"], FragmentQuestion.Maximum),
        (["score", "optionScore", "points", "optionPoints", "pointValue", "maxPointValue"], FragmentQuestion.Points),
        (["scores"], FragmentQuestion.Scores),
        (["bonus", "bonusQuestion", "isBonus"], FragmentQuestion.Bonus),
        (["bonusOption"], FragmentQuestion.BonusOption),
        (["automaticFail", "autoFail"], FragmentQuestion.Fails),
        (["optional", "notApplicableEnabled"], FragmentQuestion.Optional),
        (["refId", "questionRefId"], FragmentQuestion.Key),
        (["refIdLength", "questionRefIdLength"], (form, length) => FragmentQuestion.Key(form, FragmentText.Letters(length))),
        (["sectionRefId"], FragmentShape.SectionKey),
        (["optionRefId"], FragmentQuestion.OptionKey),
        (["title", "questionTitle"], FragmentQuestion.Title),
        (["titleLength", "questionTitleLength"], (form, length) => FragmentQuestion.Title(form, FragmentText.Letters(length))),
        (["formTitle", "name"], FragmentShape.Name),
        (["formTitleLength", "nameLength", "formNameLength"], (form, length) => FragmentShape.Name(form, FragmentText.Letters(length))),
        (["descriptionLength", "formDescriptionLength"], (form, length) => form with { Description = FragmentText.Letters(length).ToText() }),
        (["sectionTitle"], FragmentShape.SectionTitle),
        (["sectionTitleLength"], (form, length) => FragmentShape.SectionTitle(form, FragmentText.Letters(length))),
        (["instructions", "questionInstructions"], FragmentQuestion.Help),
        (["instructionsLength", "instructionLength", "questionInstructionsLength"], (form, length) => FragmentQuestion.Help(form, FragmentText.Letters(length))),
        (["optionText"], FragmentQuestion.OptionText),
        (["optionTextLength", "optionLength"], (form, length) => FragmentQuestion.OptionText(form, FragmentText.Letters(length))),
        (["textAnswerLength", "answerLength", "textLength"], FragmentQuestion.AnswerLength),
        (["source", "conditionSource"], FragmentCondition.Source),
        (["target", "conditional", "conditionalQuestion", "question"], FragmentCondition.Target),
        (["comparator"], FragmentCondition.Comparator),
        (["eligibilityDays", "reviewEligibilityDays"], FragmentShape.DisputeDays),
        (["version", "versions"], (form, count) => form with { Version = FragmentText.Count(count) }),
        (["language", "formLanguage"], (form, language) => form with { Language = language.ToText() }),
    ];

    public static Fragment Read(JsonElement input)
    {
        FragmentMode mode = ModeOf(input);
        input.OnlyHas("input", ["limits", "mode", "scoringMode", "note", .. Parts.SelectMany(part => part.Names)]);
        FormDraft form = FragmentShape.Smallest(mode);
        foreach ((string[] names, Func<FormDraft, JsonElement, FormDraft> apply) in Parts)
        {
            JsonElement[] given = [.. names.Select(name => input.Member(name)).OfType<JsonElement>()];
            form = given switch
            {
                [] => form,
                [var only] => apply(form, only),
                _ => throw new UnsupportedCaseException($"`{names[0]}` is given twice"),
            };
        }

        return new() { Form = form, Limits = LimitsOf(input.OptionalText("limits") ?? "AmazonConnect", mode) };
    }

    private static FormLimits LimitsOf(string name, FragmentMode mode) => (name, mode) switch
    {
        ("AmazonConnect", FragmentMode.Points) or ("AmazonConnectPoints", _) => FormLimits.AmazonConnectPoints,
        ("AmazonConnect" or "AmazonConnectQuestions" or "AmazonConnectSections", _) => FormLimits.AmazonConnect,
        ("GenesysCloud", _) => FormLimits.GenesysCloud,
        _ => throw new UnsupportedCaseException($"the limits `{name}` are not offered"),
    };

    private static FragmentMode ModeOf(JsonElement input) => (input.OptionalText("mode") ?? input.OptionalText("scoringMode"))?.ToUpperInvariant() switch
    {
        null when input.Member("sectionWeights") is not null => FragmentMode.Sections,
        null when input.OptionalText("limits") is "GenesysCloud" => FragmentMode.Multiplied,
        null when input.OptionalText("limits") is "AmazonConnectPoints" || HasPoints(input) => FragmentMode.Points,
        null => FragmentMode.Questions,
        { } mode when mode.Contains("POINT", StringComparison.Ordinal) => FragmentMode.Points,
        { } mode when mode.Contains("SECTION", StringComparison.Ordinal) => FragmentMode.Sections,
        { } mode when mode.Contains("QUESTION", StringComparison.Ordinal) => FragmentMode.Questions,
        { } mode => throw new UnsupportedCaseException($"the mode `{mode}` is not understood"),
    };

    // What only points know: points, and what comes on top.
    private static bool HasPoints(JsonElement input) =>
        new[] { "points", "optionPoints", "pointValue", "maxPointValue", "bonus", "bonusQuestion", "isBonus", "bonusOption" }.Any(name => input.Member(name) is not null);
}
