using System.Collections.Immutable;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>What can be said of evaluators over all sessions of a period.</summary>
public sealed record CalibrationOverview
{
    private CalibrationOverview()
    {
    }

    /// <summary>The sessions, by when they were closed.</summary>
    public ImmutableArray<CalibrationSessionId> Sessions { get; private init; } = [];

    /// <summary>The evaluators, by name: verdict, drift, sessions still needed.</summary>
    public ImmutableArray<EvaluatorStanding> Evaluators { get; private init; } = [];

    /// <summary>The whole report of each form version and consensus, by their first session.</summary>
    public ImmutableArray<FormCalibration> Forms { get; private init; } = [];

    internal static CalibrationOverview Of(IEnumerable<ClosedSession> sessions, CalibrationQuery query)
    {
        ImmutableArray<ClosedSession> all = [.. sessions.OrderBy(closed => closed.Session.ClosedAt).ThenBy(closed => closed.Session.Id.Value, StringComparer.Ordinal)];
        CalibrationTolerance tolerance = query.Tolerance ?? CalibrationTolerance.Points(5);
        HashSet<InteractionId> twice = [.. all.SelectMany(closed => closed.Recorded).GroupBy(round => round.Interaction).Where(same => same.Count() > 1).Select(same => same.Key)];

        // The same call may be in two sessions.
        string NameOf(ClosedSession closed, SessionRound round) => twice.Contains(round.Interaction) ? $"{round.Interaction} ({closed.Session.Id})" : round.Interaction.Value;

        ImmutableArray<FormCalibration> forms =
        [
            .. all.GroupBy(closed => (closed.Session.Form, closed.Session.Consensus)).Select(same => (ClosedSession[])[.. same]).Select(same => new FormCalibration
            {
                Form = same[0].Session.Form,
                Consensus = same[0].Session.Consensus,
                Report = CalibrationReport.Of(
                    CalibrationForm.From(same[0].Form), same.SelectMany(closed => closed.Rounds(query.UsesResolved, round => NameOf(closed, round))), SessionReport.ConsensusOf(same[0].Session.Consensus), tolerance),
            }),
        ];
        Dictionary<string, RoundReport> rounds = forms.SelectMany(form => form.Report.Rounds).ToDictionary(round => round.Round.Interaction, StringComparer.Ordinal);
        ImmutableArray<(ClosedSession Session, RoundReport Round)> inOrder = [.. all.SelectMany(closed => closed.Recorded.Select(round => (closed, rounds[NameOf(closed, round)])))];
        IEnumerable<string> asked = query.Evaluators.IsEmpty ? all.SelectMany(closed => closed.Session.Evaluators).Select(person => person.Value) : query.Evaluators.Select(person => person.Value);
        return new()
        {
            Sessions = [.. all.Select(closed => closed.Session.Id)],
            Evaluators = [.. asked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(evaluator => Standing(evaluator, inOrder, tolerance))],
            Forms = forms,
        };
    }

    private static EvaluatorStanding Standing(string evaluator, ImmutableArray<(ClosedSession Session, RoundReport Round)> rounds, CalibrationTolerance tolerance)
    {
        ImmutableArray<(ClosedSession Session, RoundReport Round)> own = [.. rounds.Where(one => one.Round.Round.Invited.Contains(evaluator))];
        ImmutableArray<EvaluatorComparison> scored = [.. own.SelectMany(one => one.Round.Comparison.Evaluators).Where(one => one.Evaluator == evaluator)];
        ImmutableArray<Fraction> deviations =
            [.. scored.Select(one => one is { Total: { } total, Benchmark: { } benchmark } ? tolerance.Distance(total, benchmark) : null).OfType<Fraction>()];
        return new()
        {
            Evaluator = evaluator,
            Sessions = own.Select(one => one.Session.Session.Id).Distinct().Count(),
            Scored = scored.Length,
            Missing = own.Length - scored.Length,
            Trend = EvaluatorTrend.Of(deviations, tolerance.Amount),
            Drift = EvaluatorDrift.Of([.. deviations.Select(deviation => deviation.ToDouble())]),
            Deviations = deviations,
        };
    }
}
