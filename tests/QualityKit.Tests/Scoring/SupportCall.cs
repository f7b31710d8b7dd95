using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>The form of the quick start.</summary>
internal static class SupportCall
{
    public static FormDraft Draft { get; } = EvaluationForm.Draft("Support call")
        .Group("Opening", weight: 20,
            Ask.YesNo("greeting", "Greeted the customer?"))
        .Group("Resolution", weight: 80,
            Ask.Choice("solved", "Was the issue solved?", ("yes", 10), ("partly", 5), ("no", 0)),
            Ask.YesNo("identity", "Verified identity before sharing data?") with { IsFatal = true, AllowsNotApplicable = true });

    public static EvaluationForm Form { get; } = Draft.Publish().Value;

    public static Scorecard Score(string answers) => Scorer.Score(Form, Sheets.Of(answers));
}
