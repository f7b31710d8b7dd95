using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.CaseRunner.Vendors;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Whether a comparator holds for selected options: a question that depends on it is there or not.</summary>
internal static class ComparatorCase
{
    private const string Source = "source";
    private const string Dependent = "dependent";

    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "comparator", "values", "selected");
        published.Expected.OnlyHas("expected result", "satisfied");
        string[] values = Options(published.Input, "values");
        string[] selected = Options(published.Input, "selected");
        Condition condition = VendorEnablement.Compare(Source, published.Input.RequiredMember("comparator").ToText(), values, setting.Match);
        FormDraft draft = EvaluationForm.Draft("Case").Group(
            "Questions",
            1,
            Ask.MultiSelect(Source, Source, [.. values.Union(selected).Select(option => (option, 1m))]),
            Ask.YesNo(Dependent, Dependent) with { VisibleWhen = condition, IsRequired = false });
        Scorecard card = Scorer.Score(draft.Publish().Value, AnswerSheet.Empty.Answer(Source, selected));

        var comparison = new Comparison();
        comparison.Flag("satisfied", published.Expected.RequiredMember("satisfied"), card.Question(Dependent).State != QuestionState.Hidden);
        return comparison;
    }

    private static string[] Options(JsonElement input, string name) => [.. input.RequiredMember(name).ToList().Select(option => FormKey.Of(option.ToText()))];
}
