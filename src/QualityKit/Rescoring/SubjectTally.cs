using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>Adds up the evaluations of one subject.</summary>
internal sealed class SubjectTally(string subject)
{
    private const int MostDenominators = 32;

    private readonly ExactSum _before = new(MostDenominators);
    private readonly ExactSum _after = new(MostDenominators);
    private long _compared;
    private long _countBefore;
    private long _countAfter;
    private long _toFailed;
    private long _toPassed;

    public SubjectState State => new()
    {
        Subject = subject,
        Compared = _compared,
        CountBefore = _countBefore,
        TotalsBefore = _before.Value,
        CountAfter = _countAfter,
        TotalsAfter = _after.Value,
        ToFailed = _toFailed,
        ToPassed = _toPassed,
    };

    public void Add(WhatIfComparison comparison)
    {
        _compared++;
        _toFailed += comparison.Crossing == PassCrossing.ToFailed ? 1 : 0;
        _toPassed += comparison.Crossing == PassCrossing.ToPassed ? 1 : 0;
        Add(_before, ref _countBefore, comparison.Before.Total);
        Add(_after, ref _countAfter, comparison.After.Total);
    }

    public void AddRange(SubjectState state)
    {
        _compared += state.Compared;
        _toFailed += state.ToFailed;
        _toPassed += state.ToPassed;
        _countBefore += state.CountBefore;
        _countAfter += state.CountAfter;
        _before.Add(state.TotalsBefore);
        _after.Add(state.TotalsAfter);
    }

    private static void Add(ExactSum sum, ref long count, Score? total)
    {
        if (total is { } score)
        {
            sum.Add(score.Value);
            count++;
        }
    }
}
