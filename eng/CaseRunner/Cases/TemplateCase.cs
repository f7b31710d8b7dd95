using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.CaseRunner.Vendors;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>A form that a vendor ships: what its weights add up to, and what one failed question costs.</summary>
internal static class TemplateCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("form", "formId", "policy", "expected");
        published.Expected.OnlyHas("expected result", "weightTotal", "allFull", "singleFailure");
        EvaluationForm form = VendorForm.Read(published.Form(), setting.Method(VendorPolicy.Read(published.Member("policy"))));

        var comparison = new Comparison();
        if (published.Expected.Member("weightTotal") is { } weights)
        {
            comparison.Number("weightTotal", weights, form.Questions.OfType<ScoredQuestion>().Sum(question => question.Weight));
        }

        if (published.Expected.Member("allFull") is { } full)
        {
            comparison.Percent("allFull", full, Total(form, failing: null));
        }

        foreach (JsonProperty failure in published.Expected.Value("singleFailure")?.EnumerateObject() ?? default)
        {
            failure.Value.OnlyHas("single failure", "percentIfOnlyThisFails");
            comparison.Percent($"only {failure.Name} fails", failure.Value.RequiredMember("percentIfOnlyThisFails"), Total(form, FormKey.Of(failure.Name)));
        }

        return comparison;
    }

    private static Fraction? Total(EvaluationForm form, string? failing)
    {
        AnswerSheet sheet = form.Questions.OfType<ChoiceQuestion>()
            .Aggregate(AnswerSheet.Empty, (sheet, question) => sheet.Answer(question.Key, Option(question, question.Key == failing)));
        return Scorer.Score(form, sheet).Total?.Value;
    }

    private static string Option(ChoiceQuestion question, bool fails) =>
        (fails ? question.Options.MinBy(option => option.Points) : question.Options.MaxBy(option => option.Points))!.Key;
}
