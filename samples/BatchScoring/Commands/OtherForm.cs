using BatchScoring.Forms;
using BatchScoring.Reports;
using BatchScoring.Tallies;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Validation;

namespace BatchScoring.Commands;

/// <summary>The form or method that chats are scored with instead.</summary>
internal static class OtherForm
{
    private const int LongestName = 200;

    /// <summary>The question that the command line asks; null when it asks none.</summary>
    /// <exception cref="UsageException">The file is no form, or the method does not fit the form.</exception>
    public static WhatIf? Open(string? name, EvaluationForm form) => name switch
    {
        null => null,
        "stricter" => WhatIf.Between(form, ChatForm.Stricter),
        "weighted-points" => Under(form, form.Method with
        {
            Name = "weighted points",
            Combination = Combination.WeightedPoints,
            NotApplicable = NotApplicableRule.LeavesForm,
        }),
        _ => WhatIf.Between(form, FormFile.Open(name)),
    };

    /// <summary>A scored chat as an evaluation that can be scored again.</summary>
    public static WhatIfCase CaseOf(ScoredChat scored) => new()
    {
        Id = FormattableString.Invariant($"dialogue {scored.Chat.DialogueId}"),
        Subject = scored.Chat.Agent.Length is > 0 and <= LongestName ? PlainText.Line(scored.Chat.Agent) : null,
        Answers = scored.Card.Answers.Sheet,
    };

    private static WhatIf Under(EvaluationForm form, ScoringMethod method)
    {
        Validated<WhatIf> whatIf = WhatIf.UnderMethod(form, method);
        return whatIf.IsValid ? whatIf.Value : throw FormFile.DoesNotFit(whatIf.Issues, "the form cannot be scored by weighted points");
    }
}
