using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Tests.Scoring;

namespace QualityKit.Tests.Rescoring;

/// <summary>A form in two versions, and evaluations of the first in few words.</summary>
internal static class Chats
{
    public static FormDraft Draft { get; } = EvaluationForm.Draft("Chat")
        .PassesAt(60)
        .Band("Good", 50).Band("Excellent", 90)
        .Group("Opening", 20, Ask.YesNo("greeting", "Greeted?") with { AllowsNotApplicable = true })
        .Group(
            "Resolution",
            80,
            Ask.Choice("solved", "Solved?", ("yes", 10), ("partly", 5), ("no", 0)) with { AllowsNotApplicable = true },
            Ask.YesNo("identity", "Verified?") with { AllowsNotApplicable = true });

    public static EvaluationForm Form { get; } = Draft.Publish().Value;

    /// <summary>The pass mark is 80, and not verifying the identity fails the form.</summary>
    public static EvaluationForm Stricter { get; } = Changed(form => form.PassesAt(80), Fatal);

    public static WhatIf WhatIf { get; } = WhatIf.Between(Form, Stricter);

    public static EvaluationForm Changed(Func<FormDraft, FormDraft> change, Func<FormItem, FormItem>? each = null)
    {
        FormDraft next = change(Form.Edit());
        each ??= item => item;
        return (next with { Groups = [.. next.Groups.Select(group => group with { Items = [.. group.Items.Select(each)] })] }).Publish().Value;
    }

    public static WhatIfCase Case(string id, string answers, string? subject = null) => new() { Id = id, Subject = subject, Answers = Sheets.Of(answers) };

    /// <summary>A case whose total under <see cref="Form"/> is 20 for the greeting, and 80, 40 or 0 for what was solved.</summary>
    public static WhatIfCase Plain(string id, string greeting, string solved, string? subject = null) =>
        Case(id, $"greeting={greeting} solved={solved} identity=NA", subject);

    public static WhatIfComparison Compare(WhatIf whatIf, string answers) => Assert.IsType<WhatIfComparison>(whatIf.Compare(Case("e1", answers)));

    public static WhatIfTally Tally(WhatIf whatIf, WhatIfLimits? limits, params WhatIfCase[] cases)
    {
        WhatIfTally tally = whatIf.Tally(limits);
        foreach (WhatIfCase evaluation in cases)
        {
            tally.Add(evaluation);
        }

        return tally;
    }

    /// <summary>The same form with scores in points.</summary>
    public static EvaluationForm InPoints { get; } = (Draft with
    {
        Version = 2,
        Method = ScoringMethod.Default with { Combination = Combination.Sum },
        Pass = new() { Mark = Score.Points(800) },
        Bands = [],
    }).Publish().Value;

    private static FormItem Fatal(FormItem item) => item is ChoiceQuestion { Key: "identity" } identity ? identity with { IsFatal = true } : item;
}
