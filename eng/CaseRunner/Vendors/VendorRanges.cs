using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;

namespace QualityKit.CaseRunner.Vendors;

/// <summary>Reads a question that is answered with a number.</summary>
internal static class VendorRanges
{
    public static NumberQuestion Read(JsonElement question, string key, decimal? given, Func<JsonElement?, FailureScope?> scopeOf)
    {
        NumberRange[] ranges =
        [
            .. question.RequiredMember("ranges").ToList().Select(range => Range(range, scopeOf)).OrderBy(range => range.Minimum),
        ];
        if (ranges.Length == 0)
        {
            throw new UnsupportedCaseException("a numeric question has no ranges");
        }

        decimal step = question.OptionalDecimal("step") ?? StepOf(ranges, given);
        return new() { Key = key, Text = key, Ranges = [.. Close(ranges, step, given)], Step = step };
    }

    private static NumberRange Range(JsonElement range, Func<JsonElement?, FailureScope?> scopeOf)
    {
        range.OnlyHas("range", "id", "min", "max", "score", "bonus", "fail", "note");
        return new()
        {
            Minimum = range.RequiredDecimal("min"),
            Maximum = range.RequiredDecimal("max"),
            Points = range.OptionalDecimal("score") ?? 0,
            IsBonus = range.Flag("bonus"),
            Fails = scopeOf(range.Value("fail")),
        };
    }

    // Sources print ranges without saying how fine an answer may be: 1 to 4 and 5 to 10 follow each other in steps of 1.
    // A finer answer within a range is taken, by letting each range reach to where the next begins.
    private static NumberRange[] Close(NumberRange[] ranges, decimal step, decimal? given)
    {
        if (given is { } number && !ranges.Any(range => number >= range.Minimum && number <= range.Maximum)
            && number > ranges[0].Minimum && number < ranges[^1].Maximum)
        {
            throw new UnsupportedCaseException($"the answer {number} lies between two ranges");
        }

        return [.. ranges.Select((range, position) => position + 1 == ranges.Length ? range : range with { Maximum = Math.Max(range.Maximum, ranges[position + 1].Minimum - step) })];
    }

    // Fine enough for every end and for the answer.
    private static decimal StepOf(NumberRange[] ranges, decimal? given) =>
        ranges.SelectMany(range => new[] { range.Minimum, range.Maximum }).Append(given ?? 0).Min(ScaleOf);

    // The place of the last digit: 0.01 for 2.50, and 1 for a whole number.
    private static decimal ScaleOf(decimal number) => new(1, 0, 0, isNegative: false, number.Scale);
}
