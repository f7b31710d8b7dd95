using QualityKit.Validation;

namespace QualityKit.Interactions;

/// <summary>Stretches end after they begin, lie within the interaction, and do not overlap others of their kind.</summary>
internal static class TimeLineRules
{
    public static void Check(Interaction interaction, IssueList issues)
    {
        TimeSpan? length = interaction.Duration is { Ticks: >= 0 } duration ? duration : null;
        Check(issues, length, "/holds", interaction.Holds);
        Check(issues, length, "/silences", interaction.Silences);
        Check(issues, length, "/gaps", interaction.Gaps.Select(gap => new Stretch { From = gap.From, Until = gap.Until }));
        CheckReasons(interaction, issues);
        foreach ((int position, MediaLink link) in interaction.Links.Index())
        {
            if (link.Covers is { } covers)
            {
                Check(issues, length, covers, $"/links/{position}/covers");
            }
        }
    }

    private static void CheckReasons(Interaction interaction, IssueList issues)
    {
        foreach ((int position, RecordingGap gap) in interaction.Gaps.Index().Where(gap => InteractionNames.Gaps.NameOf(gap.Item.Reason) is null))
        {
            issues.Error(
                IssueCodes.UndefinedValue, $"/gaps/{position}/reason", ("value", gap.Reason.ToString()), ("known", string.Join("`, `", InteractionNames.Gaps.Names)));
        }
    }

    private static void Check(IssueList issues, TimeSpan? length, string pointer, IEnumerable<Stretch> stretches)
    {
        (int Index, Stretch Item)? before = null;
        foreach ((int Index, Stretch Item) one in stretches.Index().OrderBy(one => one.Item.From))
        {
            Check(issues, length, one.Item, $"{pointer}/{one.Index}");
            if (before is { } earlier && one.Item.From < earlier.Item.Until)
            {
                issues.Error(IssueCodes.StretchesOverlap, $"{pointer}/{one.Index}", ("other", $"{pointer}/{earlier.Index}"));
            }

            before = before is { } last && last.Item.Until > one.Item.Until ? last : one;
        }
    }

    private static void Check(IssueList issues, TimeSpan? length, Stretch stretch, string pointer)
    {
        if (stretch.Until < stretch.From)
        {
            issues.Error(IssueCodes.TimesReversed, $"{pointer}/until", ("from", stretch.From), ("until", stretch.Until));
        }

        if (stretch.From < TimeSpan.Zero)
        {
            issues.Error(IssueCodes.TimeOutside, $"{pointer}/from", ("time", stretch.From), ("bound", TimeSpan.Zero));
        }

        if (stretch.Until > length)
        {
            issues.Error(IssueCodes.TimeOutside, $"{pointer}/until", ("time", stretch.Until), ("bound", length.Value));
        }
    }
}
