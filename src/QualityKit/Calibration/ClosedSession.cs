using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Forms;

namespace QualityKit.Calibration;

/// <summary>A closed session with all that reports are made of.</summary>
internal sealed record ClosedSession
{
    public required CalibrationSession Session { get; init; }

    public required EvaluationForm Form { get; init; }

    /// <summary>What was recorded, in the order of the interactions.</summary>
    public required ImmutableArray<SessionRound> Recorded { get; init; }

    /// <summary>What all agreed on.</summary>
    public required ImmutableArray<ResolvedAnswer> Resolved { get; init; }

    /// <summary>The reasons that were not erased.</summary>
    public required IReadOnlyDictionary<ContentId, string> Texts { get; init; }

    public Resolution ResolutionOf(SessionRound round) => new(Form, round, [.. Resolved.Where(one => one.Interaction == round.Interaction)]);

    /// <summary>The rounds as the mathematics takes them, in order.</summary>
    public IEnumerable<CalibrationRound> Rounds(bool usesResolved, Func<SessionRound, string> name) =>
        Recorded.Select(round => round.ToRound((usesResolved ? ResolutionOf(round).Benchmark() : null) ?? round.Expert?.Sheet, name(round)));
}
