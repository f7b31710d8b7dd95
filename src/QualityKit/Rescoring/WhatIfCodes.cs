namespace QualityKit.Rescoring;

/// <summary>The code of every kind of line in a what-if report; the words are in the message catalogue and can be replaced there.</summary>
public static class WhatIfCodes
{
    /// <summary>The two forms.</summary>
    public const string Title = "whatif.title";

    /// <summary>How many were compared and skipped.</summary>
    public const string Counted = "whatif.counted";

    /// <summary>The evaluations that were skipped.</summary>
    public const string Skipped = "whatif.skipped";

    /// <summary>A reason why evaluations were skipped.</summary>
    public const string SkippedFor = "whatif.skipped.reason";

    /// <summary>How many were scored with only a part of their answers.</summary>
    public const string Provisional = "whatif.provisional";

    /// <summary>The numbers are not compared.</summary>
    public const string UnitsDiffer = "whatif.unitsDiffer";

    /// <summary>The means of scores.</summary>
    public const string Mean = "whatif.mean";

    /// <summary>The ratios of sums.</summary>
    public const string RatioOfSums = "whatif.ratioOfSums";

    /// <summary>The mean change.</summary>
    public const string Change = "whatif.change";

    /// <summary>A difference of shares.</summary>
    public const string PercentagePoints = "whatif.change.share";

    /// <summary>The quartiles before.</summary>
    public const string QuartilesBefore = "whatif.quartiles.before";

    /// <summary>The quartiles after.</summary>
    public const string QuartilesAfter = "whatif.quartiles.after";

    /// <summary>A stretch of scores.</summary>
    public const string Bin = "whatif.bin";

    /// <summary>The scores below the first stretch.</summary>
    public const string BinBelow = "whatif.bin.below";

    /// <summary>The scores above the last stretch.</summary>
    public const string BinAbove = "whatif.bin.above";

    /// <summary>The pass rates.</summary>
    public const string Passed = "whatif.passed";

    /// <summary>A pass rate.</summary>
    public const string PassedOf = "whatif.passed.of";

    /// <summary>There is no pass rate.</summary>
    public const string NothingToPass = "whatif.passed.none";

    /// <summary>The evaluations that fail after.</summary>
    public const string ToFailed = "whatif.toFailed";

    /// <summary>The evaluations that pass after.</summary>
    public const string ToPassed = "whatif.toPassed";

    /// <summary>The evaluations that something new fails.</summary>
    public const string NewFailures = "whatif.newFailures";

    /// <summary>A question that newly fails evaluations.</summary>
    public const string NewFailuresBy = "whatif.newFailures.question";

    /// <summary>Ids, of which not all are shown.</summary>
    public const string More = "whatif.more";

    /// <summary>The heading of bands.</summary>
    public const string Bands = "whatif.bands";

    /// <summary>From one band to another.</summary>
    public const string Band = "whatif.band";

    /// <summary>No band.</summary>
    public const string NoBand = "whatif.band.none";

    /// <summary>The heading of subjects whose mean changes sides.</summary>
    public const string Subjects = "whatif.subjects";

    /// <summary>How many more subjects there are than are told.</summary>
    public const string MoreSubjects = "whatif.subjects.more";

    /// <summary>A subject whose mean no longer passes.</summary>
    public const string SubjectToFailed = "whatif.subject.toFailed";

    /// <summary>A subject whose mean passes now.</summary>
    public const string SubjectToPassed = "whatif.subject.toPassed";

    /// <summary>The heading of the largest rises.</summary>
    public const string LargestRises = "whatif.rises";

    /// <summary>The heading of the largest falls.</summary>
    public const string LargestFalls = "whatif.falls";

    /// <summary>How far one evaluation moves.</summary>
    public const string Move = "whatif.move";

    /// <summary>The heading of what did not carry over.</summary>
    public const string Misfits = "whatif.misfits";

    /// <summary>What shares are called.</summary>
    public const string Shares = "whatif.unit.share";

    /// <summary>What points are called.</summary>
    public const string Points = "whatif.unit.points";

    /// <summary>What grades are called.</summary>
    public const string Grades = "whatif.unit.grade";

    /// <summary>There is no score.</summary>
    public const string NoScore = "whatif.noScore";

    /// <summary>How often something of the answers did not carry over, for one reason.</summary>
    public static string Misfit(MisfitKind kind)
    {
        string name = kind.ToString();
        return $"whatif.misfit.{char.ToLowerInvariant(name[0])}{name[1..]}";
    }
}
