using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Rescoring;

/// <summary>What would change: averages, distribution, outcomes, bands, who crosses a mark, and what did not carry over. Immutable.</summary>
public sealed class WhatIfReport
{
    internal WhatIfReport(WhatIf whatIf, WhatIfState state)
    {
        WhatIf = whatIf;
        Compared = state.Compared;
        Skipped = state.Skipped;
        Provisional = state.Provisional;
        Outcomes = [.. state.Outcomes.Select(Transition)];
        Before = new WhatIfScores(state.Before, whatIf.Before.Method.Unit, BinScale.For(whatIf.Before))
        {
            Passed = CountOf(before: Outcome.Passed, after: null),
            Failed = CountOf(before: Outcome.Failed, after: null),
        };
        After = new WhatIfScores(state.After, whatIf.After.Method.Unit, BinScale.For(whatIf.After))
        {
            Passed = CountOf(before: null, after: Outcome.Passed),
            Failed = CountOf(before: null, after: Outcome.Failed),
        };
        MeanChange = state.Changes.Count == 0 ? null : new Score(state.Changes.Sum / Fraction.Of(state.Changes.Count), whatIf.After.Method.Unit);
        (Rises, Falls, Same) = (state.Changes.Rises, state.Changes.Falls, state.Changes.Same);
        (LargestRises, LargestFalls) = (state.Changes.LargestRises, state.Changes.LargestFalls);
        (ToFailed, ToPassed, NewFailures) = (state.ToFailed, state.ToPassed, state.NewFailures);
        Bands = [.. state.Bands.Select(band => new BandTransition
        {
            Before = band.Before < 0 ? null : whatIf.Before.Bands[band.Before],
            After = band.After < 0 ? null : whatIf.After.Bands[band.After],
            Count = band.Count,
        })];
        Subjects = [.. state.Subjects.Select(subject => WhatIfSubject.From(subject, whatIf))];
        Misfits = state.Misfits;
    }

    /// <summary>The question that is answered.</summary>
    public WhatIf WhatIf { get; }

    /// <summary>How many evaluations were scored under both forms.</summary>
    public long Compared { get; }

    /// <summary>The evaluations that do not fit the very form that they were made with, with the codes of their issues; they are in no other number.</summary>
    public AffectedCases Skipped { get; }

    /// <summary>How many of the compared do not fit the other form as they are, and were scored with what fits; <see cref="Misfits"/> says what did not.</summary>
    public long Provisional { get; }

    /// <summary>Under the form that the evaluations were made with.</summary>
    public WhatIfScores Before { get; }

    /// <summary>Under the other form.</summary>
    public WhatIfScores After { get; }

    /// <summary>The mean of all changes, over the evaluations that have a total before and after; null when there are none or the units differ.</summary>
    public Score? MeanChange { get; }

    /// <summary>How many totals rise; for grades a rise is for the worse.</summary>
    public long Rises { get; }

    /// <summary>How many totals fall.</summary>
    public long Falls { get; }

    /// <summary>How many totals stay exactly the same.</summary>
    public long Same { get; }

    /// <summary>The largest rises, largest first; of equal ones by id in ordinal order.</summary>
    public ImmutableArray<WhatIfChange> LargestRises { get; }

    /// <summary>The largest falls, largest first; of equal ones by id in ordinal order.</summary>
    public ImmutableArray<WhatIfChange> LargestFalls { get; }

    /// <summary>Outcome by outcome: none, passed and failed before, each with none, passed and failed after.</summary>
    public ImmutableArray<OutcomeTransition> Outcomes { get; }

    /// <summary>The evaluations that passed before and fail after.</summary>
    public AffectedCases ToFailed { get; }

    /// <summary>The evaluations that failed before and pass after.</summary>
    public AffectedCases ToPassed { get; }

    /// <summary>The evaluations in which something fails the whole form that did not before, with the questions that do.</summary>
    public AffectedCases NewFailures { get; }

    /// <summary>Band by band, in the order of the forms, no band first; pairs that do not occur are left out.</summary>
    public ImmutableArray<BandTransition> Bands { get; }

    /// <summary>Subject by subject, in ordinal order; empty when no evaluation names one.</summary>
    public ImmutableArray<WhatIfSubject> Subjects { get; }

    /// <summary>The subjects whose mean changes sides of the pass mark.</summary>
    public IEnumerable<WhatIfSubject> CrossingSubjects => Subjects.Where(subject => subject.Crossing != PassCrossing.None);

    /// <summary>What did not carry over to the other form, by kind, then key, then option.</summary>
    public ImmutableArray<WhatIfMisfit> Misfits { get; }

    /// <summary>How many evaluations have one outcome before and one after.</summary>
    public long CountOf(Outcome before, Outcome after) => CountOf((Outcome?)before, after);

    /// <summary>The report for people.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null) => new WhatIfText(this, catalogue ?? MessageCatalogue.English).Write();

    /// <summary>The report for people, in English.</summary>
    public override string ToString() => ToText();

    private static OutcomeTransition Transition(long count, int place) =>
        new() { Before = (Outcome)(place / PlaceTally.Outcomes), After = (Outcome)(place % PlaceTally.Outcomes), Count = count };

    private long CountOf(Outcome? before, Outcome? after) =>
        Outcomes.Where(transition => (before is null || transition.Before == before) && (after is null || transition.After == after)).Sum(transition => transition.Count);
}
