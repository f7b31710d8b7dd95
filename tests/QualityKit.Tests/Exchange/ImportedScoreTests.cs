using QualityKit.Exchange;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Exchange;

/// <summary>Forms after the examples that the vendors print, scored as the vendors say.</summary>
public sealed class ImportedScoreTests
{
    private const string YesNo = """[ { "text": "Yes", "value": 1 }, { "text": "No", "value": 0 } ]""";

    [Theory]
    [InlineData(40, 20, "yes", "no", "yes", 3, 5)]
    [InlineData(0.5, 0.5, "no", "yes", "yes", 0, 0)]
    public void A_form_of_Genesys_Cloud_weighs_points(decimal first, decimal second, string one, string two, string three, int earned, int possible)
    {
        string json = FormattableString.Invariant($$"""
            { "name": "Example", "questionGroups": [
              { "name": "First", "weight": {{first}}, "questions": [ { "text": "One?", "answerOptions": {{YesNo}} }, { "text": "Two?", "answerOptions": {{YesNo}} } ] },
              { "name": "Second", "weight": {{second}}, "questions": [ { "text": "Three?", "answerOptions": {{YesNo}} } ] } ] }
            """);
        Scorecard card = Score(GenesysCloudForm.Import(json).Value, ("one", one), ("two", two), ("three", three));

        Fraction expected = possible > 0 ? Fraction.Of(earned, possible) : Fraction.Of(2, 3);
        Assert.Equal(expected, card.Total!.Value.Value);
    }

    [Fact]
    public void What_is_not_applicable_leaves_a_form_of_Genesys_Cloud_with_its_weight()
    {
        FormImport import = GenesysCloudForm.Import(new ExchangeVector("genesys-plain").Source).Value;
        EvaluationForm form = import.Draft.Publish().Value;
        AnswerSheet sheet = AnswerSheet.Empty
            .Answer("6f0a2c1e-0000-4000-8000-000000000003", "6f0a2c1e-0000-4000-8000-000000000004")
            .Answer("6f0a2c1e-0000-4000-8000-000000000006", "6f0a2c1e-0000-4000-8000-000000000008")
            .NotApplicable("6f0a2c1e-0000-4000-8000-00000000000a")
            .Comment("6f0a2c1e-0000-4000-8000-000000000003", "heard it");

        Assert.Equal(Fraction.Of(2, 4), Scorer.Score(form, sheet).Total!.Value.Value);
    }

    [Fact]
    public void The_weight_of_what_is_not_applicable_goes_to_all_questions_of_an_Amazon_Connect_form()
    {
        FormImport import = AmazonConnectForm.Import(new ExchangeVector("connect-plain").Source).Value;
        Scorecard all = Score(import, ("Q1", "A1"), ("Q2", "A2"), ("Q4", "A1"), ("Q3", "7"), ("Q5", "heard"));
        Scorecard some = Score(import, ("Q1", "A1"), ("Q2", "A2"), ("Q4", null), ("Q3", "7"), ("Q5", "heard"));

        Assert.Equal(Fraction.Of(72, 100), all.Total!.Value.Value);
        Assert.Equal(Fraction.Of(60, 80), some.Total!.Value.Value);
    }

    [Theory]
    [InlineData("yes", 33, 40)]
    [InlineData(null, 29, 36)]
    public void Sections_spread_their_weight_over_their_questions(string? calm, int numerator, int denominator)
    {
        FormImport import = AmazonConnectForm.Import(new ExchangeVector("connect-weighted").Source).Value;

        Scorecard card = Score(import, ("calm", calm), ("clear", "yes"), ("kind", "yes"), ("solved", "yes"), ("noted", "half"));

        Assert.Equal(Fraction.Of(numerator, denominator), card.Total!.Value.Value);
    }

    [Fact]
    public void Points_add_up_and_a_bonus_comes_on_top()
    {
        FormImport import = AmazonConnectForm.Import(new ExchangeVector("connect-points-full").Source).Value;

        Scorecard card = Score(import, ("offer", "well"), ("extras", "care"), ("pauses", "1"));

        Assert.Equal(Fraction.Of(25 + 8 + 10, 20 + 10), card.Total!.Value.Value);
    }

    [Fact]
    public void The_weights_of_a_questionnaire_are_added_up()
    {
        FormImport import = FhirQuestionnaire.Import(new ExchangeVector("fhir-plain").Source).Value;

        Scorecard card = Score(import, ("often", "always"), ("signs", "b"));

        Assert.Equal(QualityKit.Methods.Score.Points(1.5m), card.Total);
    }

    private static Scorecard Score(FormImport import, params (string Question, string? Option)[] answers)
    {
        EvaluationForm form = import.Draft.Publish().Value;
        AnswerSheet sheet = answers.Aggregate(AnswerSheet.Empty, (sheet, answer) => (answer.Option, form.Questions.Single(question => question.Key == answer.Question)) switch
        {
            (null, _) => sheet.NotApplicable(answer.Question),
            (_, TextQuestion) => sheet.Write(answer.Question, answer.Option),
            (_, NumberQuestion) => sheet.Answer(answer.Question, decimal.Parse(answer.Option, System.Globalization.CultureInfo.InvariantCulture)),
            _ => sheet.Answer(answer.Question, answer.Option),
        });
        return Scorer.Score(form, sheet);
    }
}
