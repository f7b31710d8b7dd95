using QualityKit.Forms;
using QualityKit.Methods;
using static QualityKit.Tests.Forms.SampleForm;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadBands
{
    public static IEnumerable<BadForm> All =>
    [
        new("a band that is not there", WithBands([null!]), Missing, "/bands/0"),
        new("a band without a name", WithBands(Band.From("Good", 90) with { Name = null! }), Missing, "/bands/0/name"),
        new("a band with an empty name", WithBands(Band.From("", 90)), EmptyText, "/bands/0/name"),
        new("a band without limits", WithBands(new Band { Name = "Good" }), BandWithoutLimits, "/bands/0"),
        new("a band upside down", WithBands(Between("Good", 80, 79.99m)), BandMinimumAboveTop, "/bands/0"),
        new("a band from points for a share", WithBands(new Band { Name = "Good", Minimum = Score.Points(5) }), WrongUnit, "/bands/0/minimum"),
        new("a band up to a grade for a share", WithBands(new Band { Name = "Good", Top = Score.Grade(2) }), WrongUnit, "/bands/0/top"),
        new("a band of two units", WithBands(new Band { Name = "Good", Minimum = Score.Percent(10), Top = Score.Grade(2) }), WrongUnit, "/bands/0/top"),
        new("a band from a third", WithBands(new Band { Name = "Good", Minimum = Score.Share(Fraction.Of(1, 3)) }), TooManyDigits, "/bands/0/minimum"),
        new("two bands of one name", WithBands(Band.From("Good", 60), Band.From("Good", 90)), DuplicateBandName, "/bands/1/name"),
        new("two bands from one minimum", WithBands(Band.From("Good", 60), Band.From("Great", 60)), BandsOverlap, "/bands/1"),
        new("two bands up to one top", WithBands(Band.UpTo("Poor", 60), Band.UpTo("Good", 60)), BandsOverlap, "/bands/1"),
        new("a band from within another", WithBands(Between("Poor", 0, 60), Band.From("Good", 60)), BandsOverlap, "/bands/1"),
        new("a band from the start of another", WithBands(Between("Poor", 0, 60), Band.From("Good", 0)), BandsOverlap, "/bands/1"),
        new("a band across the start of an earlier one", WithBands(Band.From("Good", 60), Between("Poor", 0, 60)), BandsOverlap, "/bands/1"),
        new("a band from the start of an earlier one", WithBands(Band.From("Good", 0), Between("Poor", 0, 60)), BandsOverlap, "/bands/1"),
        new("a top that reaches a minimum", WithBands(Band.UpTo("Poor", 60), Band.From("Good", 60)), BandsOverlap, "/bands/1"),
        new("a minimum that a top reaches", WithBands(Band.From("Good", 60), Band.UpTo("Poor", 60)), BandsOverlap, "/bands/1"),
        new("a top above a band with both ends", WithBands(Between("Poor", 0, 50), Band.UpTo("Good", 80)), BandsOverlap, "/bands/1"),
        new("a top at the start of a band with both ends", WithBands(Band.UpTo("Poor", 50), Between("Good", 50, 80)), BandsOverlap, "/bands/1"),
        new("two bands that meet", WithBands(Between("Poor", 0, 50), Between("Good", 50, 80)), BandsOverlap, "/bands/1"),
        new("two bands that meet from above", WithBands(Between("Good", 50, 80), Between("Poor", 0, 50)), BandsOverlap, "/bands/1"),
        new("a band inside another", WithBands(Between("All", 0, 100), Between("Middle", 40, 60)), BandsOverlap, "/bands/1"),
        new("a band around another", WithBands(Between("Middle", 40, 60), Between("All", 0, 100)), BandsOverlap, "/bands/1"),
        new("a third band that meets the first", WithBands(Between("Poor", 0, 10), Between("Good", 50, 80), Between("Bad", 5, 6)), BandsOverlap, "/bands/2"),
        new("101 bands", WithBands([.. Enumerable.Range(0, 101).Select(number => Band.From($"B{number}", number))]), TooManyBands, "/bands"),
        new("a band of a group in points", With(Banded(new Band { Name = "Good", Minimum = Score.Points(5) })), WrongUnit, "/groups/0/items/1/bands/0/minimum"),
        BadForm.Warned("bands of a group under deductions", With(Banded(Band.From("Good", 60))).ScoredBy(Deductions), BandsWithoutScore, "/groups/0/items/1/bands"),
    ];

    private static Group Banded(Band band) => Ask.Group("Inner", 1, Ask.YesNo("inside", "Inside?")) with { Bands = [band] };
}
