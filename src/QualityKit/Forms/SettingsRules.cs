using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for how evaluations live after they were submitted.</summary>
internal static class SettingsRules
{
    public const int MaximumDisputes = 20;
    public const int MaximumWindowDays = 365;

    public static void Check(FormInspection form)
    {
        if (form.Draft.Settings is null)
        {
            form.Issues.Error(IssueCodes.Missing, "/settings");
            return;
        }

        if (form.Draft.Settings.Disputes is { } disputes)
        {
            Check(form.Issues, disputes);
        }
    }

    private static void Check(IssueList issues, DisputeSettings disputes)
    {
        NumberRules.CheckBounds(issues, disputes.Maximum, 1, MaximumDisputes, "/settings/disputes/maximum");
        NumberRules.CheckBounds(issues, disputes.WindowDays, 1, MaximumWindowDays, "/settings/disputes/windowDays");
        for (int position = 0; position < disputes.Assignees.Length; position++)
        {
            string pointer = $"/settings/disputes/assignees/{position}";
            if (disputes.Assignees[position] is not { } assignee)
            {
                issues.Error(IssueCodes.Missing, pointer);
            }
            else if (assignee.UserId is not null)
            {
                TextRules.CheckString(issues, assignee.UserId, pointer + "/user", TextRules.LongestName);
            }
        }
    }
}
