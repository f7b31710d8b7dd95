using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>Scores flat answers under one of the two forms, with integers where the form allows.</summary>
internal sealed class SideScorer(EvaluationForm form)
{
    private readonly CompiledForm _compiled = CompiledForm.For(form);
    private readonly ScoringPlan _plan = ScoringPlan.For(form);
    private readonly PossiblePoints? _possible = PossiblePoints.For(ScoringPlan.For(form));

    public EvaluationForm Form => form;

    public WhatIfScore Score(ReadOnlySpan<long> codes, bool isProvisional)
    {
        CompactScore score = _compiled.Score(codes);
        Score? total = score.Total;
        return new()
        {
            Total = total,
            RawTotal = score.RawTotal,
            Possible = PossibleOf(codes, score.Full),
            Outcome = score.Outcome,
            HasFormFailed = score.HasFormFailed,
            IsProvisional = isProvisional,
            Form = form,
            BandPosition = total is { } value && Verdict.BandOf(value, form.Bands) is { } band ? form.Bands.IndexOf(band) : -1,
        };
    }

    /// <summary>What failed the whole form, in document order.</summary>
    public ImmutableArray<Failure> FormFailures(ReadOnlySpan<long> codes)
    {
        long[] visible = codes.ToArray();
        _plan.Hide(visible);
        return [.. new FailureFinder(_plan).Find(visible).Where(failure => failure.Group is null)];
    }

    private Fraction PossibleOf(ReadOnlySpan<long> codes, Calculation? full)
    {
        if (full is not null || _possible is null || codes.Length > 512)
        {
            return (full ?? new Calculation(_plan, codes, isPreview: true)).Possible;
        }

        Span<long> visible = stackalloc long[codes.Length];
        codes.CopyTo(visible);
        _plan.Hide(visible);
        return _possible.Of(visible);
    }
}
