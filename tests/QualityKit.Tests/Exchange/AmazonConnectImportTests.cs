using QualityKit.Exchange;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Exchange;

/// <summary>What the forms of Amazon Connect say in ways that are easily read otherwise.</summary>
public sealed class AmazonConnectImportTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("0.0", true)]
    [InlineData("70", true)]
    [InlineData("3", false)]
    public void The_weight_of_a_section_is_spread_evenly_over_the_questions_of_inner_sections_too(string weight, bool isLoss)
    {
        string inner = Section("inner", Question("b"), Question("c"), Question("d"));
        string weighted = weight.Length == 0 ? inner : With(inner, "Section", $"\"Weight\": {weight}");
        FormImport import = Import(Form("SECTION_ONLY", With(Section("outer", Question("a"), weighted), "Section", "\"Weight\": 100")));
        AnswerSheet answers = AnswerSheet.Empty.Answer("a", "yes").Answer("b", "no").Answer("c", "no").Answer("d", "no");

        Assert.Equal(Fraction.Of(1, 4), Scorer.Score(import.Draft.Publish().Value, answers).Total!.Value.Value);
        Assert.Equal(isLoss ? ["/Items/0/Section/Items/1/Section/Weight"] : [], Pointers(import, IssueCodes.InnerWeightNotFollowed));
    }

    private static string Form(string mode, params string[] items) =>
        $$"""{ "Title": "Call", "ScoringStrategy": { "Mode": "{{mode}}", "Status": "ENABLED" }, "Items": [ {{string.Join(", ", items)}} ] }""";

    private static string Section(string refId, params string[] items) =>
        $$"""{ "Section": { "RefId": "{{refId}}", "Title": "{{refId}}", "Items": [ {{string.Join(", ", items)}} ] } }""";

    private static string Question(string refId) => $$"""
        { "Question": { "RefId": "{{refId}}", "Title": "{{refId}}?", "QuestionType": "SINGLESELECT", "QuestionTypeProperties": { "SingleSelect": { "Options": [
          { "RefId": "yes", "Text": "Yes", "Score": 10 }, { "RefId": "no", "Text": "No", "Score": 0 } ] } } } }
        """;

    // The item with members more.
    private static string With(string item, string kind, string members)
    {
        string start = $"{{ \"{kind}\": {{ ";
        return start + members + ", " + item[start.Length..];
    }

    private static FormImport Import(string json) => AmazonConnectForm.Import(json).Value;

    private static string[] Pointers(FormImport import, string code) =>
        [.. import.Losses.Where(loss => loss.Code == code).Select(loss => loss.Pointer)];
}
