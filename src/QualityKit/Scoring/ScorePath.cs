using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>The way from a score to another in steps: the answers, the form, the method (rule S23).</summary>
internal sealed class ScorePath
{
    private readonly List<(ScoreDiffStepKind Kind, ScoredState State)> _stations = [];
    private readonly bool _hasSum;

    public ScorePath(Scorecard before, Scorecard after)
    {
        _hasSum = before.Total is { } was && after.Total is { } now && was.Unit == now.Unit;
        Start = ScoredState.Of(before);
        ScoredState end = ScoredState.Of(after);
        if (before.Form.Equals(after.Form))
        {
            AddEnd(ScoreDiffStepKind.Answers, end, !Start.Codes.SequenceEqual(end.Codes));
            return;
        }

        ScoredState answered = ScoredState.Of(Start.Plan, AnswerTransfer.Codes(before, after));
        if (!answered.Codes.SequenceEqual(Start.Codes))
        {
            _stations.Add((ScoreDiffStepKind.Answers, answered));
        }

        AddForm(end, FormDiff.Between(before.Form, after.Form));
    }

    private ScoredState Start { get; }

    private ScoredState Last => _stations.Count == 0 ? Start : _stations[^1].State;

    /// <summary>The steps; where there is no score between two of them, they are one.</summary>
    public ImmutableArray<ScoreDiffStep> Steps()
    {
        var steps = ImmutableArray.CreateBuilder<ScoreDiffStep>();
        ScoredState from = Start;
        ScoreDiffStepKind? open = null;
        foreach ((ScoreDiffStepKind kind, ScoredState to) in _stations)
        {
            open = open is null ? kind : ScoreDiffStepKind.Together;
            if (_hasSum && to.Total is null)
            {
                continue;
            }

            steps.Add(Step(open.Value, from, to));
            from = to;
            open = null;
        }

        return steps.ToImmutable();
    }

    private ScoreDiffStep Step(ScoreDiffStepKind kind, ScoredState from, ScoredState to)
    {
        if (kind != ScoreDiffStepKind.Answers)
        {
            return new LineSplit(from, to, _hasSum).Split(kind);
        }

        var answers = new AnswerSplit(from, to);
        return !_hasSum ? answers.Tell() : answers.TrySplit() ?? new LineSplit(from, to, _hasSum).Split(kind);
    }

    private void AddForm(ScoredState end, FormDiff diff)
    {
        FormChange[] changes = [.. diff.Changes.Where(change => change.Effect == FormChangeEffect.Scores)];
        bool hasMethod = changes.Any(IsOfMethod);
        bool hasForm = !changes.All(IsOfMethod);
        if (hasForm && hasMethod)
        {
            AddUnderEarlierMethod(end, diff);
        }
        else
        {
            AddEnd(hasMethod ? ScoreDiffStepKind.Method : ScoreDiffStepKind.Form, end, changes.Length > 0);
        }
    }

    private static bool IsOfMethod(FormChange change) => change.Code.StartsWith("change.method.", StringComparison.Ordinal);

    // A form that the earlier method cannot score changes together with the method.
    private void AddUnderEarlierMethod(ScoredState end, FormDiff diff)
    {
        Validated<EvaluationForm> between = (diff.After.Edit() with { Method = diff.Before.Method }).Publish();
        if (between.TryGetValue(out EvaluationForm? form))
        {
            _stations.Add((ScoreDiffStepKind.Form, ScoredState.Of(ScoringPlan.For(form), end.Codes)));
            _stations.Add((ScoreDiffStepKind.Method, end));
        }
        else
        {
            _stations.Add((ScoreDiffStepKind.Together, end));
        }
    }

    // The end is always a station of its own where its number is not reached yet.
    private void AddEnd(ScoreDiffStepKind kind, ScoredState end, bool isOther)
    {
        if (isOther || Last.Total != end.Total)
        {
            _stations.Add((kind, end));
        }
    }
}
