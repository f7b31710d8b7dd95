using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Which categories a form and its section have; neither lends its thresholds to the other.</summary>
internal static class ThresholdCase
{
    private const string Section = "section";

    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        JsonElement input = published.Input;
        input.OnlyHas("input", "formThresholds", "sectionThresholds", "formPercent", "sectionPercent", "note");
        published.Expected.OnlyHas("expected result", "formCategory", "sectionCategory");
        Scorecard card = Score(input, setting);

        var comparison = new Comparison();
        if (published.Expected.Member("formCategory") is { } form)
        {
            comparison.Same("formCategory", BandReader.NameOf(form), BandReader.NameOf(card.Band));
        }

        if (published.Expected.Member("sectionCategory") is { } section)
        {
            comparison.Same("sectionCategory", BandReader.NameOf(section), BandReader.NameOf(card.Group(Section).Band));
        }

        return comparison;
    }

    // One question gives the section its score; a rule sets the score of the form, so that each level has the percentage that the case names.
    private static Scorecard Score(JsonElement input, Setting setting)
    {
        decimal? form = input.OptionalDecimal("formPercent");
        decimal section = input.OptionalDecimal("sectionPercent") ?? form ?? throw new UnsupportedCaseException("the case names no percentage");
        ChoiceQuestion question = new Item { Points = section }.ToQuestion("score");
        FormDraft draft = EvaluationForm.Draft("Case") with
        {
            Method = setting.Method(PercentForm.Method),
            Bands = Bands(input, "formThresholds"),
            Rules = form is { } percent ? [new ScoreRule { Effect = ScoreRuleEffect.SetTo, Amount = Methods.Score.Percent(percent) }] : [],
            Groups = [new Group { Key = Section, Title = Section, Bands = Bands(input, "sectionThresholds"), Items = [question] }],
        };
        return Scorer.Score(draft.Publish().Value, AnswerSheet.Empty.Answer("score", question.Options[0].Key));
    }

    private static ImmutableArray<Band> Bands(JsonElement input, string name) => [.. input.List(name).Select(BandReader.Read)];
}
