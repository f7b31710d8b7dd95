using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>What makes a form valid; every issue at once, in the order of docs/form-format.md.</summary>
internal static class FormRules
{
    public static ImmutableArray<Issue> Check(FormDraft form)
    {
        var issues = new IssueList();
        FormOutline outline = FormOutline.Of(form, issues);

        // A form beyond the limits is refused unread: nothing that follows needs to fear its size.
        if (!issues.HasErrors)
        {
            Check(new FormInspection(form, outline, issues));
        }

        return issues.ToImmutable();
    }

    private static void Check(FormInspection form)
    {
        TranslationRules.Check(form);
        HeadRules.Check(form);
        MethodRules.Check(form);
        PassRules.Check(form);
        BandRules.Check(form, form.Draft.Bands, "/bands");
        ScoreRuleRules.Check(form);
        SettingsRules.Check(form);
        ItemRules.Check(form);
    }
}
