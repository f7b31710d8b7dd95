using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for what a form says of itself: key, version, texts, language, directory, links.</summary>
internal static class HeadRules
{
    public static void Check(FormInspection form)
    {
        FormDraft draft = form.Draft;
        KeyRules.Check(form.Issues, draft.Key, "/key");
        if (draft.Version < 1)
        {
            form.Issues.Error(IssueCodes.NumberOutOfBounds, "/version", ("value", draft.Version), ("least", 1), ("most", int.MaxValue));
        }

        TextRules.CheckRequired(form.Issues, draft.Name, "/name");
        TextRules.CheckOptional(form.Issues, draft.Description, "/description");
        TextRules.CheckLanguage(form.Issues, draft.Language, "/language");
        CheckDirectory(form.Issues, draft.Directory);
        CheckLinks(form.Issues, draft.Links);
    }

    private static void CheckDirectory(IssueList issues, string? directory)
    {
        if (directory is null)
        {
            return;
        }

        TextRules.CheckStorable(issues, directory, "/directory", TextRules.LongestDirectory);
        if (directory.Split('/').Any(string.IsNullOrWhiteSpace))
        {
            issues.Error(IssueCodes.EmptyFolderName, "/directory", ("directory", directory));
        }
    }

    private static void CheckLinks(IssueList issues, ImmutableArray<FormLink> links)
    {
        for (int position = 0; position < links.Length; position++)
        {
            string pointer = $"/links/{position}";
            if (links[position] is not { } link)
            {
                issues.Error(IssueCodes.Missing, pointer);
                continue;
            }

            TextRules.CheckRequired(issues, link.Title, pointer + "/title");
            TextRules.CheckString(issues, link.Target, pointer + "/target", TextRules.LongestTarget);
        }
    }
}
