using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Says of an exported form where it is over a limit of the product: what is written there all the same, and will be refused.</summary>
internal static class LimitLosses
{
    public static void Report(SourceObject source, EvaluationForm form, FormLimits limits)
    {
        foreach (Issue breach in form.Edit().Check(limits))
        {
            if (WrittenAllTheSame(breach.Code) is { } counted && !breach.Pointer.Contains("/translations/", StringComparison.Ordinal))
            {
                source.Losses.Add(
                    IssueCodes.OverLimitOfTarget,
                    breach.Pointer,
                    ("what", counted.What), ("count", Argument(breach, counted.Count)), ("limit", Argument(breach, "most")), ("target", source.Losses.Target));
            }
        }
    }

    // What is left out or changed instead is reported where that happens; translations are never written.
    private static (string What, string Count)? WrittenAllTheSame(string code) => code switch
    {
        IssueCodes.QuestionsOverLimit => ("questions", "count"),
        IssueCodes.DisputesOverLimit => ("disputes", "count"),
        IssueCodes.TextOverLimit => ("characters", "length"),
        _ => null,
    };

    private static object Argument(Issue breach, string name) => breach.Arguments.First(argument => argument.Name == name).Value;
}
