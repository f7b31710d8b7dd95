using System.Collections.Immutable;
using System.Numerics;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The points of a number, by the range that holds it. A number is coded by how many steps it lies above the first minimum.</summary>
internal sealed class NumberScale : AnswerScale
{
    private readonly ImmutableArray<NumberRange> _ranges;
    private readonly Fraction[] _points;
    private readonly long[] _lastSteps;

    public NumberScale(NumberQuestion question)
    {
        _ranges = question.Ranges;
        _points = [.. _ranges.Select(range => Fraction.From(range.Points))];
        _lastSteps = [.. _ranges.Select(range => StepAtOrBelow(question, range.Maximum))];
        CanFail = _ranges.Any(range => range.Fails is not null);
        Highest = PossiblePoints.DefaultIfEmpty().Max();
        Lowest = PossiblePoints.DefaultIfEmpty().Min();
    }

    public override IEnumerable<Fraction> PossiblePoints => _points.Where((_, position) => !_ranges[position].IsBonus);

    public static long StepAtOrBelow(NumberQuestion question, decimal value)
    {
        if (IsWhole(question, value))
        {
            return (long)value - (long)question.Ranges[0].Minimum;
        }

        Fraction steps = Steps(question, value);
        BigInteger floor = BigInteger.DivRem(steps.Numerator, steps.Denominator, out BigInteger rest);
        return Narrow(rest.Sign < 0 ? floor - 1 : floor);
    }

    public static long StepAtOrAbove(NumberQuestion question, decimal value)
    {
        long below = StepAtOrBelow(question, value);
        return IsOnStep(question, value) || below == long.MaxValue ? below : below + 1;
    }

    public static bool IsOnStep(NumberQuestion question, decimal value) =>
        IsWhole(question, value) || Steps(question, value).Denominator.IsOne;

    /// <summary>The position of the range that holds a number of so many steps; the ranges have no gaps.</summary>
    public int RangeOf(long step)
    {
        int range = 0;
        while (_lastSteps[range] < step)
        {
            range++;
        }

        return range;
    }

    public IEnumerable<long> LastSteps => _lastSteps;

    public long LastStep => _lastSteps[^1];

    public override Fraction PointsOf(ReadOnlySpan<long> words) => _points[RangeOf(words[0])];

    public override IEnumerable<(string? Option, FailureScope Scope)> FailuresOf(long[] words) =>
        _ranges[RangeOf(words[0])].Fails is { } scope ? [(null, scope)] : [];

    public override bool IsBonus(ReadOnlySpan<long> words) => _ranges[RangeOf(words[0])].IsBonus;

    public override bool IsFlagged(ReadOnlySpan<long> words) => _ranges[RangeOf(words[0])].RequiresComment;

    // Most numbers are counts: steps of 1 between whole numbers.
    private static bool IsWhole(NumberQuestion question, decimal value) =>
        question.Step == 1 && IsSmallInteger(value) && IsSmallInteger(question.Ranges[0].Minimum);

    private static bool IsSmallInteger(decimal value) => decimal.IsInteger(value) && value is > int.MinValue and < int.MaxValue;

    private static Fraction Steps(NumberQuestion question, decimal value) =>
        (Fraction.From(value) - Fraction.From(question.Ranges[0].Minimum)) / Fraction.From(question.Step);

    private static long Narrow(BigInteger steps) =>
        (long)BigInteger.Clamp(steps, long.MinValue, long.MaxValue);
}
