using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for the step and the ranges of a number question: every number that can be given falls in exactly one range.</summary>
internal static class RangeRules
{
    public static void Check(FormInspection form, NumberQuestion question, string pointer)
    {
        bool hasStep = question.Step > 0;
        if (!hasStep)
        {
            form.Issues.Error(IssueCodes.StepNotPositive, pointer + "/step", ("step", question.Step));
        }

        NumberRules.CheckDigits(form.Issues, question.Step, pointer + "/step");
        if (question.Ranges.IsEmpty)
        {
            form.Issues.Error(IssueCodes.NoRanges, pointer + "/ranges");
        }

        PointRules.Check(form, question, pointer + "/ranges");
        NumberRange? before = null;
        decimal? origin = hasStep ? question.Ranges.FirstOrDefault(range => range is not null)?.Minimum : null;
        for (int position = 0; position < question.Ranges.Length; position++)
        {
            string place = $"{pointer}/ranges/{position}";
            if (question.Ranges[position] is not { } range)
            {
                form.Issues.Error(IssueCodes.Missing, place);
                continue;
            }

            CheckBounds(form.Issues, range, place);
            bool isOnStep = origin is { } start && CheckSteps(form.Issues, range, (start, question.Step), place);
            NumberRange upright = range.Minimum <= range.Maximum ? range : range with { Minimum = range.Maximum, Maximum = range.Minimum };
            CheckNeighbours(form.Issues, before, upright, isOnStep ? question.Step : null, place);
            NumberRules.CheckDigits(form.Issues, range.Points, place + "/points");
            ScopeRules.Check(form, range.Fails, place + "/fails");
            before = before is null || upright.Maximum > before.Maximum ? upright : before;
        }
    }

    /// <summary>Whether a number falls in a range and can be reached in steps from the first minimum.</summary>
    public static bool Takes(NumberQuestion question, decimal number)
    {
        NumberRange[] ranges = [.. question.Ranges.OfType<NumberRange>()];
        return ranges.Any(range => range.Minimum <= number && number <= range.Maximum)
            && (question.Step <= 0 || IsOnStep(number, ranges[0].Minimum, question.Step));
    }

    private static bool IsOnStep(decimal number, decimal origin, decimal step) =>
        ((Fraction.From(number) - origin) / step).Denominator.IsOne;

    private static void CheckBounds(IssueList issues, NumberRange range, string place)
    {
        NumberRules.CheckDigits(issues, range.Minimum, place + "/minimum");
        if (range.Minimum > range.Maximum)
        {
            issues.Error(IssueCodes.MinimumAboveMaximum, place + "/minimum", ("minimum", range.Minimum), ("maximum", range.Maximum));
        }
    }

    // Whether both bounds can be reached.
    private static bool CheckSteps(IssueList issues, NumberRange range, (decimal Origin, decimal Step) grid, string place)
    {
        bool isOnStep = true;
        foreach ((decimal bound, string member) in (ReadOnlySpan<(decimal, string)>)[(range.Minimum, "/minimum"), (range.Maximum, "/maximum")])
        {
            if (!IsOnStep(bound, grid.Origin, grid.Step))
            {
                isOnStep = false;
                issues.Error(IssueCodes.BoundOffStep, place + member, ("bound", bound), ("step", grid.Step), ("origin", grid.Origin));
            }
        }

        return isOnStep;
    }

    // `before` is the range that reaches highest so far.
    private static void CheckNeighbours(IssueList issues, NumberRange? before, NumberRange range, decimal? step, string place)
    {
        if (before is null)
        {
            return;
        }

        if (range.Minimum < before.Minimum)
        {
            issues.Error(IssueCodes.RangesNotAscending, place, ("minimum", range.Minimum), ("before", before.Minimum));
        }
        else if (range.Minimum <= before.Maximum)
        {
            issues.Error(IssueCodes.RangesOverlap, place, ("minimum", range.Minimum), ("maximum", before.Maximum));
        }
        else if (step is { } distance && Fraction.From(range.Minimum) > Fraction.From(before.Maximum) + distance)
        {
            issues.Error(IssueCodes.RangesLeaveGap, place, ("from", before.Maximum + distance), ("to", range.Minimum - distance));
        }
    }
}
