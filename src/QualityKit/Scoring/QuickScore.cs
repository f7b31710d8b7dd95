using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>What a scorecard keeps of a score worked out on the quick path.</summary>
internal sealed class QuickScore
{
    private const int SmallForm = 64;

    private readonly Fraction?[] _groupScores;
    private readonly bool[]? _failed;
    private readonly bool[]? _isGroupPresent;

    private QuickScore(PackedPlan packed, ReadOnlySpan<ulong> sums, bool fails, bool zeroes, (long Numerator, long Denominator) total)
    {
        RawTotal = total.Denominator == 0 ? null : Fraction.Of(total.Numerator, total.Denominator);
        Total = fails && zeroes && RawTotal is not null ? Fraction.Zero : RawTotal;
        HasFormFailed = fails;
        _groupScores = new Fraction?[packed.Groups];
        for (int group = 0; group < sums.Length; group++)
        {
            long counted = PackedSums.Counted(sums[group]);
            _groupScores[group] = counted == 0 ? null : Fraction.Of(PackedSums.Earned(sums[group]), counted);
        }
    }

    private QuickScore(in QuickRun run, ReadOnlySpan<QuickGroup> groups, ReadOnlySpan<bool> failed, ReadOnlySpan<bool> isGroupPresent)
    {
        Total = run.Total;
        RawTotal = run.RawTotal;
        HasFormFailed = run.HasFormFailed;
        _failed = failed.Contains(true) ? failed.ToArray() : null;
        _isGroupPresent = isGroupPresent.Contains(false) ? isGroupPresent.ToArray() : null;
        _groupScores = new Fraction?[groups.Length];
        for (int group = 0; group < groups.Length; group++)
        {
            _groupScores[group] = groups[group].Denominator == 0 ? null : Fraction.Of(groups[group].Numerator, groups[group].Denominator);
        }
    }

    public Fraction? Total { get; }

    public Fraction? RawTotal { get; }

    public bool HasFormFailed { get; }

    public bool HasFailed(int group) => _failed is not null && _failed[group];

    public bool IsGroupPresent(int group) => _isGroupPresent is null || _isGroupPresent[group];

    public Fraction? GroupScore(int group) => _groupScores[group];

    /// <summary>The score of answers; null when it takes the full calculation.</summary>
    public static QuickScore? TryScore(ScoringPlan plan, ReadOnlySpan<long> answers)
    {
        if (plan.Quick is not { } quick || plan.Groups.Length > SmallForm || answers.Length > 8 * SmallForm)
        {
            return null;
        }

        Span<long> codes = stackalloc long[answers.Length];
        answers.CopyTo(codes);
        if (quick.Packed is { } packed && !plan.HasGroupConditions)
        {
            plan.Hide(codes);
            Span<ulong> sums = stackalloc ulong[packed.Groups];
            bool fails = packed.AddUp(codes, sums);
            return packed.TryCombine(sums, out long numerator, out long denominator)
                ? new QuickScore(packed, sums, fails, plan.Method.Failure == FailureEffect.Zero, (numerator, denominator))
                : null;
        }

        Span<QuickGroup> groups = stackalloc QuickGroup[plan.Groups.Length];
        Span<bool> flags = stackalloc bool[2 * plan.Groups.Length];
        Span<bool> failed = flags[..plan.Groups.Length];
        Span<bool> isGroupPresent = flags[plan.Groups.Length..];
        plan.Hide(codes, isGroupPresent);
        var run = new QuickRun(quick, codes, groups, failed);
        return run.TryScore() ? new QuickScore(in run, groups, failed, isGroupPresent) : null;
    }
}
