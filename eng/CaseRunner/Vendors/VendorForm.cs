using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Vendors;

/// <summary>Reads a form of a vendor, scored by a method.</summary>
internal static class VendorForm
{
    public static EvaluationForm Read(JsonElement form, ScoringMethod method, JsonElement? answers = null)
    {
        form.OnlyHas("form", "id", "title", "name", "description", "source", "evidence", "note", "template", "passMark", "sections", "questions");
        FormDraft draft = EvaluationForm.Draft("Case") with
        {
            Method = method with { CriticalBelow = CriticalLimit(form) ?? method.CriticalBelow },
            Groups = new VendorSections(form, !IsRatioOfPoints(method.Combination), answers).Read(),
            Pass = form.OptionalDecimal("passMark") is { } mark ? PassRule.AtLeast(mark) : null,
        };
        return draft.Publish().Value;
    }

    // Where a section is its points over its possible points, sources leave question weights aside; ours would multiply the points.
    private static bool IsRatioOfPoints(Combination combination) => combination is { Kind: CombinationKind.GroupWeights, Within: GroupBasis.Points };

    // A form has one limit for its critical questions.
    private static decimal? CriticalLimit(JsonElement form)
    {
        decimal[] limits =
        [
            .. form.List("sections").Append(form).SelectMany(section => section.List("questions"))
                .Select(question => question.Value("critical")).OfType<JsonElement>()
                .Select(critical => critical.RequiredDecimal("below")).Distinct(),
        ];
        return limits.Length switch
        {
            0 => null,
            1 => limits[0],
            _ => throw new UnsupportedCaseException("the form has several limits for critical questions"),
        };
    }
}
