using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Analysis;

/// <summary>Which marks, bands and score rules no score meets, or every score.</summary>
internal sealed class MarkFindings(FormModel model, ReachableScore lowest, ReachableScore highest, AllSheets seen)
{
    private bool HasTotals => seen.HasTotal || lowest.Score is not null || highest.Score is not null;

    public void Report(FindingReport report)
    {
        bool? hasNoTotal = HasTotals ? false : lowest.IsDecided || highest.IsDecided || seen.IsComplete ? true : null;
        report.Say(hasNoTotal, IssueCodes.NoScorePossible, "");
        if (hasNoTotal != true)
        {
            ReportMark(report);
            ReportBands(report, -1, model.Form.Bands, "/bands");
        }

        for (int group = 0; group < model.Groups.Length; group++)
        {
            ReportBands(report, group, model.Groups[group].Group.Bands, model.GroupPointers[group] + "/bands");
        }

        for (int rule = 0; rule < model.Form.Rules.Length; rule++)
        {
            bool? works = seen.Works(rule);
            report.Say(works is { } known ? !known : null, IssueCodes.RuleWithoutEffect, $"/rules/{rule}");
        }
    }

    private void ReportMark(FindingReport report)
    {
        if (model.Form.Pass?.Mark is not { } mark)
        {
            return;
        }

        bool isGrade = mark.Unit == ScoreUnit.Grade;
        (ReachableScore best, ReachableScore worst) = isGrade ? (lowest, highest) : (highest, lowest);
        report.Say(Not(Meets(best, mark, isGrade)), IssueCodes.MarkNeverReached, "/pass/mark", ("mark", mark), ("best", best.Score?.ToString() ?? ""));
        report.Say(Meets(worst, mark, isGrade), IssueCodes.MarkAlwaysReached, "/pass/mark", ("mark", mark), ("worst", worst.Score?.ToString() ?? ""));
    }

    // A score that was found and one that no sheet goes beyond decide together when they lie on one side of the mark.
    private static bool? Meets(ReachableScore extreme, Score mark, bool isGrade)
    {
        bool? found = extreme.Score is { } score ? Reaches(score) : null;
        bool? bound = extreme.Bound is { } limit ? Reaches(limit) : null;
        return found == bound ? found : null;

        bool Reaches(Score given) => isGrade ? given <= mark : given >= mark;
    }

    private void ReportBands(FindingReport report, int group, ImmutableArray<Band> bands, string pointer)
    {
        for (int band = 0; band < bands.Length; band++)
        {
            (string, object) name = ("band", bands[band].Name.Text);
            bool? reaches = seen.Reaches(group, band) ?? (group < 0 && HasTotals && LiesOutside(bands[band]) ? false : null);
            report.Say(Not(reaches), IssueCodes.BandNeverReached, $"{pointer}/{band}", name);
            report.Say(reaches == false ? false : seen.AlwaysReaches(group, band), IssueCodes.BandAlwaysReached, $"{pointer}/{band}", name);
        }
    }

    private bool LiesOutside(Band band) =>
        (band.Minimum is { } minimum && highest.Bound is { } most && minimum > most)
        || (band.Top is { } top && lowest.Bound is { } least && top < least);

    private static bool? Not(bool? value) => value is { } known ? !known : null;
}
