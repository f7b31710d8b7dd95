using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Rescoring;

/// <summary>The question "what would these evaluations score under another form, or another method?"</summary>
/// <remarks>Answers are carried over by key: what fits the other form is scored, what does not is counted and named. Pure and immutable;
/// share it between threads, with a <see cref="WhatIfTally"/> for each.</remarks>
public sealed class WhatIf
{
    private readonly SideScorer _before;
    private readonly SideScorer _after;

    private WhatIf(EvaluationForm before, EvaluationForm after)
    {
        _before = new SideScorer(before);
        _after = new SideScorer(after);
    }

    /// <summary>The form that the evaluations were made with.</summary>
    public EvaluationForm Before => _before.Form;

    /// <summary>The form that they are scored with instead.</summary>
    public EvaluationForm After => _after.Form;

    /// <summary>Whether both forms score in the same unit; otherwise outcomes and bands are compared, and numbers are not (rule S22).</summary>
    public bool HasSameUnit => Before.Method.Unit == After.Method.Unit;

    /// <summary>What if the evaluations of one form version were scored with another?</summary>
    public static WhatIf Between(EvaluationForm before, EvaluationForm after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(before, after);
    }

    /// <summary>What if the evaluations of a form were scored by another method? It publishes the next version of the form with that method.</summary>
    /// <returns>The question, or every reason why the method does not fit the form; warnings of the other form come along.</returns>
    public static Validated<WhatIf> UnderMethod(EvaluationForm form, ScoringMethod method)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(method);
        Validated<EvaluationForm> other = form.Edit().ScoredBy(method).Publish();
        return new(other.TryGetValue(out EvaluationForm? after) ? new WhatIf(form, after) : null, other.Issues);
    }

    /// <summary>Scores one evaluation under both forms.</summary>
    /// <exception cref="ArgumentException">The id or the subject is empty, longer than 200 characters, or not Unicode.</exception>
    public WhatIfResult Compare(WhatIfCase evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        GuardName(evaluation.Id, nameof(evaluation));
        if (evaluation.Subject is { } subject)
        {
            GuardName(subject, nameof(evaluation));
        }

        ArgumentNullException.ThrowIfNull(evaluation.Answers, nameof(evaluation));
        Validated<CheckedAnswers> given = AnswerCheck.Complete(Before, evaluation.Answers);
        return given.TryGetValue(out CheckedAnswers? answers)
            ? Compare(evaluation, answers)
            : new WhatIfSkip { Origin = this, Id = evaluation.Id, Subject = evaluation.Subject, Issues = given.Issues };
    }

    /// <summary>Scores evaluations under both forms, one at a time, as the results are asked for.</summary>
    public IEnumerable<WhatIfResult> Compare(IEnumerable<WhatIfCase> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        return evaluations.Select(Compare);
    }

    /// <summary>Scores evaluations under both forms, one at a time, and says what would change.</summary>
    /// <param name="evaluations">The evaluations; they are read once and not kept.</param>
    /// <param name="limits">How long the lists of the report may be; the default ones when null.</param>
    public WhatIfReport Report(IEnumerable<WhatIfCase> evaluations, WhatIfLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        WhatIfTally tally = Tally(limits);
        foreach (WhatIfCase evaluation in evaluations)
        {
            tally.Add(evaluation);
        }

        return tally.Report();
    }

    /// <summary>A tally of nothing, to count results in.</summary>
    /// <param name="limits">How long its lists may be; the default ones when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of its range.</exception>
    public WhatIfTally Tally(WhatIfLimits? limits = null)
    {
        limits ??= WhatIfLimits.Default;
        limits.Guard();
        return new(this, limits);
    }

    /// <summary>Both forms.</summary>
    public override string ToString() => $"{Before} -> {After}";

    internal bool AsksTheSameAs(WhatIf other) => ReferenceEquals(this, other) || (Before.Equals(other.Before) && After.Equals(other.After));

    private WhatIfComparison Compare(WhatIfCase evaluation, CheckedAnswers answers)
    {
        (CheckedAnswers fitting, ImmutableArray<Issue> misfits) = AnswerCheck.Progress(After, evaluation.Answers);
        WhatIfScore before = _before.Score(answers.FlatCodes, isProvisional: false);
        WhatIfScore after = _after.Score(fitting.FlatCodes, isProvisional: !misfits.IsEmpty);
        return new()
        {
            Origin = this,
            Id = evaluation.Id,
            Subject = evaluation.Subject,
            Before = before,
            After = after,
            NewFailures = after.HasFormFailed
                ? [.. _after.FormFailures(fitting.FlatCodes).Except(before.HasFormFailed ? _before.FormFailures(answers.FlatCodes) : [])]
                : [],
            Misfits = misfits,
        };
    }

    private static void GuardName(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (name.Length > TextRules.LongestName)
        {
            throw new ArgumentException($"an id or a subject has at most {TextRules.LongestName} characters, not {name.Length}", parameter);
        }

        if (TextRules.BrokenAt(name) is { } position)
        {
            throw new ArgumentException($"an id or a subject holds half a character at position {position}", parameter);
        }
    }
}
