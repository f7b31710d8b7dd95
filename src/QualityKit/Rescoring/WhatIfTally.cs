using QualityKit.Validation;

namespace QualityKit.Rescoring;

/// <summary>Counts results as they come, in room that does not grow with their number: exact, mergeable, and resumable through
/// <c>WhatIfTallyJson</c>.</summary>
/// <remarks>It keeps sums, counts and lists of bounded length, one small sum a subject, and no evaluation. Parts that are tallied apart and
/// merged, in any order, report what one tally of all of them reports. Not safe to share between threads: give each its own and merge.</remarks>
public sealed class WhatIfTally
{
    private readonly SideTally _before;
    private readonly SideTally _after;
    private readonly ChangeTally _changes;
    private readonly PlaceTally _places;
    private readonly AffectedTally _toFailed;
    private readonly AffectedTally _toPassed;
    private readonly AffectedTally _newFailures;
    private readonly AffectedTally _skipped;
    private readonly MisfitTally _misfits = new();
    private readonly Dictionary<string, SubjectTally> _subjects = new(StringComparer.Ordinal);
    private long _provisional;
    private bool _isMerged;

    internal WhatIfTally(WhatIf whatIf, WhatIfLimits limits)
    {
        WhatIf = whatIf;
        Limits = limits;
        _before = new SideTally(whatIf.Before);
        _after = new SideTally(whatIf.After);
        _changes = new ChangeTally(limits.Largest);
        _places = new PlaceTally(whatIf);
        _toFailed = new AffectedTally(limits.Listed);
        _toPassed = new AffectedTally(limits.Listed);
        _newFailures = new AffectedTally(limits.Listed);
        _skipped = new AffectedTally(limits.Listed);
    }

    /// <summary>The question that is being answered.</summary>
    public WhatIf WhatIf { get; }

    /// <summary>How long the lists may grow.</summary>
    public WhatIfLimits Limits { get; }

    /// <summary>How many evaluations were counted, skipped ones too.</summary>
    public long Count => Compared + Skipped;

    /// <summary>How many were scored under both forms.</summary>
    public long Compared { get; private set; }

    /// <summary>How many were skipped because they do not fit the form that they were made with.</summary>
    public long Skipped { get; private set; }

    /// <summary>The id of the evaluation that was counted last, to go on after it; null before the first and after merging with another run.</summary>
    public string? LastId { get; private set; }

    internal WhatIfState State => new()
    {
        Limits = Limits,
        LastId = LastId,
        Before = _before.State,
        After = _after.State,
        Changes = _changes.State,
        Outcomes = _places.OutcomeCounts,
        Bands = _places.BandCounts,
        ToFailed = _toFailed.Cases,
        ToPassed = _toPassed.Cases,
        NewFailures = _newFailures.Cases,
        Skipped = _skipped.Cases,
        Provisional = _provisional,
        Misfits = _misfits.Misfits,
        Subjects = [.. _subjects.Values.Select(subject => subject.State).OrderBy(subject => subject.Subject, StringComparer.Ordinal)],
    };

    /// <summary>Scores one evaluation under both forms and counts it.</summary>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">The id or the subject is empty, longer than 200 characters, or not Unicode; nothing was counted.</exception>
    public WhatIfResult Add(WhatIfCase evaluation)
    {
        WhatIfResult result = WhatIf.Compare(evaluation);
        Add(result);
        return result;
    }

    /// <summary>Counts a result.</summary>
    /// <exception cref="ArgumentException">The result is that of other forms.</exception>
    public void Add(WhatIfResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Origin.AsksTheSameAs(WhatIf))
        {
            throw new ArgumentException($"the result is that of `{result.Origin}`, and this tally counts `{WhatIf}`", nameof(result));
        }

        result.CountIn(this);
        LastId = _isMerged ? null : result.Id;
    }

    /// <summary>Counts everything that another tally counted.</summary>
    /// <remarks>A tally of several runs has no <see cref="LastId"/>: it cannot say where to go on.</remarks>
    /// <exception cref="ArgumentException">The other tally counts other forms, or has other limits.</exception>
    public void Merge(WhatIfTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!other.WhatIf.AsksTheSameAs(WhatIf))
        {
            throw new ArgumentException($"the tally counts `{other.WhatIf}`, and this one counts `{WhatIf}`", nameof(other));
        }

        if (other.Limits != Limits)
        {
            throw new ArgumentException("the tally has other limits, so its lists are not as long as they would have to be", nameof(other));
        }

        if (other.Count > 0)
        {
            _isMerged = other._isMerged || Count > 0;
            LastId = _isMerged ? null : other.LastId;
            Absorb(other.State);
        }
    }

    /// <summary>Of the evaluations that the run began with, those that are still to be counted.</summary>
    /// <param name="evaluations">The same evaluations in the same order, from the first; they are read as the rest is asked for.</param>
    /// <exception cref="InvalidOperationException">The tally has no <see cref="LastId"/> because it holds several runs; or, while it is read, the
    /// evaluations are not those that were counted.</exception>
    public IEnumerable<WhatIfCase> Remaining(IEnumerable<WhatIfCase> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        return _isMerged
            ? throw new InvalidOperationException("the tally holds several runs, so it cannot say where to go on")
            : AfterLast(evaluations, Count, LastId);
    }

    /// <summary>What would change, as it stands.</summary>
    public WhatIfReport Report() => new(WhatIf, State);

    /// <summary>How many were counted.</summary>
    public override string ToString() => $"{Compared} compared, {Skipped} skipped";

    /// <summary>A tally as it was frozen; the state is known to fit the forms.</summary>
    internal static WhatIfTally From(WhatIf whatIf, WhatIfState state)
    {
        var tally = new WhatIfTally(whatIf, state.Limits) { LastId = state.LastId };
        tally.Absorb(state);
        tally._isMerged = tally.Count > 0 && state.LastId is null;
        return tally;
    }

    internal void Take(WhatIfSkip skip)
    {
        Skipped++;
        _skipped.Add(skip.Id, skip.Issues.Select(issue => issue.Code));
    }

    internal void Take(WhatIfComparison comparison)
    {
        Compared++;
        _before.Add(comparison.Before);
        _after.Add(comparison.After);
        _changes.Add(comparison);
        _places.Add(comparison);
        CountCrossing(comparison);
        if (!comparison.NewFailures.IsEmpty)
        {
            _newFailures.Add(comparison.Id, comparison.NewFailures.Select(failure => failure.Question));
        }

        if (comparison.Subject is { } subject)
        {
            SubjectNamed(subject).Add(comparison);
        }

        _provisional += comparison.After.IsProvisional ? 1 : 0;
        foreach (Issue misfit in comparison.Misfits)
        {
            _misfits.Add(misfit);
        }
    }

    private static IEnumerable<WhatIfCase> AfterLast(IEnumerable<WhatIfCase> evaluations, long counted, string? lastId)
    {
        long position = 0;
        foreach (WhatIfCase evaluation in evaluations)
        {
            position++;
            if (position == counted && evaluation.Id != lastId)
            {
                throw new InvalidOperationException($"evaluation {position} is `{evaluation.Id}`, and the tally stopped there at `{lastId}`; go on with the evaluations that it began with");
            }

            if (position > counted)
            {
                yield return evaluation;
            }
        }

        if (position < counted)
        {
            throw new InvalidOperationException($"there are {position} evaluations, and the tally counted {counted}; go on with the evaluations that it began with");
        }
    }

    private void CountCrossing(WhatIfComparison comparison)
    {
        switch (comparison.Crossing)
        {
            case PassCrossing.ToFailed:
                _toFailed.Add(comparison.Id, []);
                break;
            case PassCrossing.ToPassed:
                _toPassed.Add(comparison.Id, []);
                break;
        }
    }

    private SubjectTally SubjectNamed(string subject)
    {
        if (!_subjects.TryGetValue(subject, out SubjectTally? tally))
        {
            _subjects.Add(subject, tally = new SubjectTally(subject));
        }

        return tally;
    }

    private void Absorb(WhatIfState state)
    {
        Compared += state.Compared;
        Skipped += state.Skipped.Count;
        _provisional += state.Provisional;
        _before.AddRange(state.Before);
        _after.AddRange(state.After);
        _changes.AddRange(state.Changes);
        _places.AddRange(state.Outcomes, state.Bands);
        _toFailed.AddRange(state.ToFailed);
        _toPassed.AddRange(state.ToPassed);
        _newFailures.AddRange(state.NewFailures);
        _skipped.AddRange(state.Skipped);
        _misfits.AddRange(state.Misfits);
        foreach (SubjectState subject in state.Subjects)
        {
            SubjectNamed(subject.Subject).AddRange(subject);
        }
    }
}
