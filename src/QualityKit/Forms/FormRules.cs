using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>What makes a form valid; every issue at once, in the order of docs/form-format.md.</summary>
internal static class FormRules
{
    public static ImmutableArray<Issue> Check(FormDraft form, FormLimits? limits = null)
    {
        var issues = new IssueList();
        FormOutline outline = FormOutline.Of(form, issues);

        // A form beyond the limits is refused unread: nothing that follows needs to fear its size.
        if (!issues.HasErrors)
        {
            var inspection = new FormInspection(form, outline, issues);
            Check(inspection);
            if (limits is not null)
            {
                LimitRules.Check(new LimitInspection(inspection, limits));
            }
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
