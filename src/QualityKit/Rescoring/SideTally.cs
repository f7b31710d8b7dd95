using QualityKit.Forms;

namespace QualityKit.Rescoring;

/// <summary>Adds up scores under one of the two forms.</summary>
internal sealed class SideTally(EvaluationForm form)
{
    private const int MostDenominators = 1_024;

    private readonly BinScale _scale = BinScale.For(form);
    private readonly long[] _bins = new long[BinScale.Bins];
    private readonly ExactSum _totals = new(MostDenominators);
    private readonly ExactSum _weighted = new(MostDenominators);
    private readonly ExactSum _possible = new(MostDenominators);
    private long _formFailed;

    public SideState State => new()
    {
        Totals = _totals.Value,
        Weighted = _weighted.Value,
        Possible = _possible.Value,
        FormFailed = _formFailed,
        Bins = [.. _bins],
    };

    public void Add(WhatIfScore score)
    {
        _formFailed += score.HasFormFailed ? 1 : 0;
        if (score.Total is { } total)
        {
            _bins[_scale.BinOf(total)]++;
            _totals.Add(total.Value);
            _weighted.Add(total.Value * score.Possible);
            _possible.Add(score.Possible);
        }
    }

    public void AddRange(SideState state)
    {
        _formFailed += state.FormFailed;
        _totals.Add(state.Totals);
        _weighted.Add(state.Weighted);
        _possible.Add(state.Possible);
        for (int bin = 0; bin < _bins.Length; bin++)
        {
            _bins[bin] += state.Bins[bin];
        }
    }
}
