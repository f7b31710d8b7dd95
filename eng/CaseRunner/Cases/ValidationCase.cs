using QualityKit.CaseRunner.Fragments;
using QualityKit.CaseRunner.Json;
using QualityKit.Validation;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Whether a vendor takes a form: a fragment, and around it the smallest form that would do otherwise.</summary>
internal static class ValidationCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Expected.OnlyHas("expected result", "valid");
        Fragment fragment = Fragment.Read(published.Input);
        bool isValid = !fragment.Form.Check(fragment.Limits).Any(issue => issue.Severity == Severity.Error);

        var comparison = new Comparison();
        comparison.Flag("valid", published.Expected.RequiredMember("valid"), isValid);
        return comparison;
    }
}
