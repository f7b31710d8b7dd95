using QualityKit.Forms;
using static QualityKit.Tests.Forms.SampleForm;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadRanges
{
    private const string Question = "/groups/0/items/1";
    private const string Second = Question + "/ranges/1";

    public static IEnumerable<BadForm> All =>
    [
        new("a step of 0", () => With(Number((0, 5, 1), (6, 9, 0)) with { Step = 0 }), StepNotPositive, Question + "/step"),
        new("a negative step", () => With(Number((0, 5, 1), (6, 9, 0)) with { Step = -1 }), StepNotPositive, Question + "/step"),
        new("a number without ranges", () => With(Number()), NoRanges, Question + "/ranges"),
        new("a range that is not there", () => With(Number((0, 5, 1), (6, 9, 0)) with { Ranges = [.. Number((0, 5, 1)).Ranges, null!, .. Number((6, 9, 0)).Ranges] }), Missing, Second),
        new("a range upside down", () => With(Number((0, 5, 1), (7, 6, 0))), MinimumAboveMaximum, Second + "/minimum"),
        new("a minimum off the step", () => With(Number((0, 5, 1), (5.5m, 9, 0))), BoundOffStep, Second + "/minimum"),
        new("a maximum off the step", () => With(Number((0, 5, 1), (6, 9.5m, 0))), BoundOffStep, Second + "/maximum"),
        new("a maximum off the step from a half", () => With(Number((0.5m, 5, 1), (5.5m, 9.5m, 0))), BoundOffStep, Question + "/ranges/0/maximum"),
        new("ranges in descending order", () => With(Number((6, 9, 1), (0, 5, 0))), RangesNotAscending, Second),
        new("two ranges that share a bound", () => With(Number((0, 5, 1), (5, 9, 0))), RangesOverlap, Second),
        new("two ranges from one minimum", () => With(Number((0, 5, 1), (0, 9, 0))), RangesOverlap, Second),
        new("a range inside an earlier one", () => With(Number((0, 9, 1), (2, 3, 0))), RangesOverlap, Second),
        new("a range inside the first of two", () => With(Number((0, 5, 1), (6, 20, 2), (8, 9, 0))), RangesOverlap, Question + "/ranges/2"),
        new("a missing step", () => With(Number((0, 5, 1), (7, 9, 0))), RangesLeaveGap, Second),
        new("a missing step of a half", () => With(Number((0, 5, 1), (6, 9, 0)) with { Step = 0.5m }), RangesLeaveGap, Second),
        new("points of a range with too many digits", () => With(Number((0, 5, 1.2345678901234567890123456789m), (6, 9, 0))), TooManyDigits, Question + "/ranges/0/points"),
        new("a range that fails an unknown group", () => With(Failing()), UnknownGroup, Second + "/fails/group"),
    ];

    private static NumberQuestion Failing()
    {
        NumberQuestion question = Number((0, 5, 1), (6, 9, 0));
        return question with { Ranges = question.Ranges.SetItem(1, question.Ranges[1] with { Fails = FailureScope.Group("nowhere") }) };
    }
}
