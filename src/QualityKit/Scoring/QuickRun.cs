using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>One score on the quick path: integers in room that the caller lends, nothing allocated.</summary>
internal ref struct QuickRun(QuickPlan plan, ReadOnlySpan<long> codes, Span<QuickGroup> groups, Span<bool> failed)
{
    private readonly QuickPlan _plan = plan;
    private readonly ReadOnlySpan<long> _codes = codes;
    private readonly Span<QuickGroup> _groups = groups;
    private readonly Span<bool> _failed = failed;
    private bool _hasGroupFailed;

    public bool HasFormFailed { get; private set; }

    /// <summary>The total; null when there is none.</summary>
    public Fraction? Total { get; private set; }

    /// <summary>The total as if nothing had failed.</summary>
    public Fraction? RawTotal { get; private set; }

    /// <summary>Works the score out; groups then hold their final scores.</summary>
    /// <returns>False when the numbers are too large to stay exact here.</returns>
    public bool TryScore()
    {
        _groups.Clear();
        _failed.Clear();
        foreach (ref readonly QuickQuestion question in _plan.Questions)
        {
            Count(in question, _codes[question.Slot]);
        }

        bool zeroes = _plan.Plan.Method.Failure == FailureEffect.Zero;
        if (!_plan.TryCombine(_groups, [], out long numerator, out long denominator))
        {
            return false;
        }

        RawTotal = Bounded(numerator, denominator);
        if (zeroes && _hasGroupFailed && !_plan.TryCombine(_groups, _failed, out numerator, out denominator))
        {
            return false;
        }

        Fraction? total = Bounded(numerator, denominator);
        Total = total is { } score && zeroes && HasFormFailed ? Fraction.Min(score, Fraction.Zero) : total;
        return true;
    }

    private void Count(in QuickQuestion question, long code)
    {
        QuickAmounts amounts = QuickAmounts.Of(in question, code);
        ref QuickGroup group = ref _groups[question.Group];
        group.Earned += amounts.Earned;
        group.Counted += amounts.Counted;
        group.Present += amounts.Present;
        if (code >= 0 && question.Failures is { } failures)
        {
            Fail(failures[question.Ranges?.RangeOf(code) ?? (int)code]);
        }
    }

    private void Fail(int[] scopes)
    {
        foreach (int scope in scopes)
        {
            if (scope < 0)
            {
                HasFormFailed = true;
            }
            else
            {
                _failed[scope] = true;
                _hasGroupFailed = true;
            }
        }
    }

    private readonly Fraction? Bounded(long numerator, long denominator)
    {
        if (denominator == 0)
        {
            return null;
        }

        Fraction score = Fraction.Of(numerator, denominator);
        score = _plan.Plan.Method.CapAtFull ? Fraction.Min(score, Fraction.One) : score;
        return _plan.Plan.Method.FloorAtZero ? Fraction.Max(score, Fraction.Zero) : score;
    }
}
