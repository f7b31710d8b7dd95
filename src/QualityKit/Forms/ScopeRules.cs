using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for groups named elsewhere: by a failure scope, by a score rule.</summary>
internal static class ScopeRules
{
    public static void Check(FormInspection form, FailureScope? scope, string pointer)
    {
        if (scope?.GroupKey is { } group)
        {
            CheckGroup(form, group, pointer + "/group");
        }
    }

    public static void CheckGroup(FormInspection form, string group, string pointer)
    {
        if (form.Outline.GroupAt(group) < 0)
        {
            form.Issues.Error(IssueCodes.UnknownGroup, pointer, ("group", group));
        }
    }
}
