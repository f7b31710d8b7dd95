using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Rescoring;

/// <summary>The same questions answered the slow and obvious way: every scorecard kept in a list, every number worked out from the list.</summary>
internal sealed class NaiveWhatIf
{
    private readonly List<(WhatIfCase Case, Scorecard Before, FormProgress After)> _compared = [];
    private readonly List<(WhatIfCase Case, Validated<CheckedAnswers> Check)> _skipped = [];
    private readonly EvaluationForm _before;
    private readonly EvaluationForm _after;

    public NaiveWhatIf(EvaluationForm before, EvaluationForm after, IEnumerable<WhatIfCase> cases)
    {
        (_before, _after) = (before, after);
        foreach (WhatIfCase evaluation in cases)
        {
            Validated<CheckedAnswers> check = evaluation.Answers.Check(before);
            if (check.IsValid)
            {
                _compared.Add((evaluation, Scorer.Score(check.Value), FormRunner.Run(after, evaluation.Answers)));
            }
            else
            {
                _skipped.Add((evaluation, check));
            }
        }
    }

    /// <summary>Everything that a report says, a line each.</summary>
    public string Describe(WhatIfLimits limits)
    {
        var toFailed = _compared.Where(item => Is(item, Outcome.Passed, Outcome.Failed)).Select(item => item.Case.Id);
        var toPassed = _compared.Where(item => Is(item, Outcome.Failed, Outcome.Passed)).Select(item => item.Case.Id);
        var newlyFailed = _compared.Where(item => NewFailures(item).Any()).ToList();
        return string.Join('\n',
        [
            $"compared {_compared.Count}, provisional {_compared.Count(item => !item.After.CanSubmit)}",
            Affected("skipped", _skipped.Select(item => item.Case.Id), _skipped.SelectMany(item => item.Check.Issues.Select(issue => issue.Code).Distinct()), limits),
            Side(_compared.Select(item => item.Before), _before),
            Side(_compared.Select(item => item.After.Score), _after),
            .. Changes(limits),
            Affected("to failed", toFailed, [], limits),
            Affected("to passed", toPassed, [], limits),
            Affected("new failures", newlyFailed.Select(item => item.Case.Id), newlyFailed.SelectMany(item => NewFailures(item).Select(failure => failure.Question).Distinct()), limits),
            .. Counted("outcome", _compared.Select(item => $"{item.Before.Outcome} {item.After.Score.Outcome}")),
            .. Counted("band", _compared.Select(item => $"{item.Before.Band?.Name} {item.After.Score.Band?.Name}")),
            .. _compared.Where(item => item.Case.Subject is not null).GroupBy(item => item.Case.Subject!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Subject),
            $"misfits {_compared.Sum(item => item.After.Issues.Length)}",
        ]);
    }

    /// <summary>The same of a report.</summary>
    public static string Describe(WhatIfReport report) => string.Join('\n',
    [
        $"compared {report.Compared}, provisional {report.Provisional}",
        Line("skipped", report.Skipped),
        Line(report.Before),
        Line(report.After),
        $"change {report.MeanChange?.Value}, {report.Rises} {report.Falls} {report.Same}",
        .. report.LargestRises.Concat(report.LargestFalls).Select(change => $"{change.Id} {change.Before.Value} {change.After.Value}"),
        Line("to failed", report.ToFailed),
        Line("to passed", report.ToPassed),
        Line("new failures", report.NewFailures),
        .. report.Outcomes.Where(outcome => outcome.Count > 0).Select(outcome => $"outcome {outcome.Before} {outcome.After} {outcome.Count}").Order(StringComparer.Ordinal),
        .. report.Bands.Select(band => $"band {band.Before?.Name} {band.After?.Name} {band.Count}").Order(StringComparer.Ordinal),
        .. report.Subjects.Select(subject =>
            $"{subject.Subject} {subject.Compared} {subject.CountBefore} {subject.MeanBefore?.Value} {subject.CountAfter} {subject.MeanAfter?.Value} {subject.ToFailed} {subject.ToPassed}"),
        $"misfits {report.Misfits.Sum(misfit => misfit.Count)}",
    ]);

    private static bool Is((WhatIfCase Case, Scorecard Before, FormProgress After) item, Outcome before, Outcome after) =>
        item.Before.Outcome == before && item.After.Score.Outcome == after;

    private static IEnumerable<Failure> NewFailures((WhatIfCase Case, Scorecard Before, FormProgress After) item) =>
        item.After.Score.Failures.Where(failure => failure.Group is null)
            .Where(failure => !item.Before.Failures.Any(old => old.Group is null && (old.Question, old.Option, old.Cause) == (failure.Question, failure.Option, failure.Cause)));

    private static string Line(string name, AffectedCases cases) =>
        $"{name} {cases.Count}: {string.Join(' ', cases.Ids)}; {string.Join(' ', cases.Reasons.Select(reason => $"{reason.Name}={reason.Count}"))}";

    private static string Affected(string name, IEnumerable<string> ids, IEnumerable<string> reasons, WhatIfLimits limits)
    {
        string[] all = [.. ids.Order(StringComparer.Ordinal)];
        string counts = string.Join(' ', reasons.GroupBy(reason => reason, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}={group.Count()}"));
        return $"{name} {all.Length}: {string.Join(' ', all.Take(limits.Listed))}; {counts}";
    }

    private static string Line(WhatIfScores scores) =>
        $"{scores.Average.Count} {scores.Average.Mean?.Value} {scores.Average.RatioOfSums?.Value} {scores.Passed} {scores.Failed} {scores.FormFailed} {scores.Distribution.Median} {scores.Distribution.UpperQuartile}";

    private static string Side(IEnumerable<Scorecard> cards, EvaluationForm form)
    {
        Scorecard[] all = [.. cards];
        Scorecard[] scored = [.. all.Where(card => card.Total is not null)];
        Fraction totals = Sum(scored.Select(card => card.Total!.Value.Value));
        Fraction weighted = Sum(scored.Select(card => card.Total!.Value.Value * card.Possible));
        Fraction possible = Sum(scored.Select(card => card.Possible));
        string mean = scored.Length == 0 ? "" : $"{totals / Fraction.Of(scored.Length)}";
        string ratio = possible.IsZero ? "" : $"{weighted / possible}";
        Score[] order = [.. scored.Select(card => card.Total!.Value).Order()];
        string median = order.Length == 0 ? "" : Bin(order[((order.Length + 1) / 2) - 1], form);
        string upper = order.Length == 0 ? "" : Bin(order[(((3 * order.Length) + 3) / 4) - 1], form);
        return $"{scored.Length} {mean} {ratio} {all.Count(card => card.Outcome == Outcome.Passed)} {all.Count(card => card.Outcome == Outcome.Failed)} "
            + $"{all.Count(card => card.Failures.Any(failure => failure.Group is null))} {median} {upper}";
    }

    private static string Bin(Score score, EvaluationForm form)
    {
        Score step = WhatIf.Between(form, form).Report([]).Before.Distribution.Step;
        Score At(int steps) => new(step.Value * steps, step.Unit);
        int position = Enumerable.Range(0, 100).FirstOrDefault(steps => score >= At(steps) && score < At(steps + 1), -1);
        return score < At(0) ? $"below {At(0)}"
            : score > At(100) ? $"above {At(100)}"
            : position < 0 ? $"{At(100)}"
            : $"{At(position)} to {At(position + 1)}";
    }

    private IEnumerable<string> Changes(WhatIfLimits limits)
    {
        var both = _compared
            .Where(item => item.Before.Total is not null && item.After.Score.Total is not null && _before.Method.Unit == _after.Method.Unit)
            .Select(item => (item.Case.Id, Before: item.Before.Total!.Value.Value, After: item.After.Score.Total!.Value.Value))
            .ToList();
        string mean = both.Count == 0 ? "" : $"{Sum(both.Select(item => item.After - item.Before)) / Fraction.Of(both.Count)}";
        yield return $"change {mean}, {both.Count(item => item.After > item.Before)} {both.Count(item => item.After < item.Before)} {both.Count(item => item.After == item.Before)}";
        foreach (var item in both.Where(item => item.After > item.Before).OrderByDescending(item => item.After - item.Before).ThenBy(item => item.Id, StringComparer.Ordinal).Take(limits.Largest)
            .Concat(both.Where(item => item.After < item.Before).OrderBy(item => item.After - item.Before).ThenBy(item => item.Id, StringComparer.Ordinal).Take(limits.Largest)))
        {
            yield return $"{item.Id} {item.Before} {item.After}";
        }
    }

    private static IEnumerable<string> Counted(string name, IEnumerable<string> values) =>
        values.GroupBy(value => value, StringComparer.Ordinal).Select(group => $"{name} {group.Key} {group.Count()}").Order(StringComparer.Ordinal);

    private static string Subject(IGrouping<string, (WhatIfCase Case, Scorecard Before, FormProgress After)> group)
    {
        Fraction[] before = [.. group.Where(item => item.Before.Total is not null).Select(item => item.Before.Total!.Value.Value)];
        Fraction[] after = [.. group.Where(item => item.After.Score.Total is not null).Select(item => item.After.Score.Total!.Value.Value)];
        return $"{group.Key} {group.Count()} {before.Length} {Mean(before)} {after.Length} {Mean(after)} "
            + $"{group.Count(item => Is(item, Outcome.Passed, Outcome.Failed))} {group.Count(item => Is(item, Outcome.Failed, Outcome.Passed))}";
    }

    private static string Mean(Fraction[] values) => values.Length == 0 ? "" : $"{Sum(values) / Fraction.Of(values.Length)}";

    private static Fraction Sum(IEnumerable<Fraction> values) => values.Aggregate(Fraction.Zero, (sum, value) => sum + value);
}
