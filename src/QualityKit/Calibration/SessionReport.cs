using System.Collections.Immutable;
using QualityKit.Evaluations;

namespace QualityKit.Calibration;

/// <summary>What came of a closed session, made of what was recorded when it was closed: the same whenever it is made.</summary>
/// <remarks><see cref="Reports.CalibrationTables"/> makes tables of it.</remarks>
public sealed record SessionReport
{
    private SessionReport(CalibrationSession session, CalibrationReport report) => (Session, Report) = (session, report);

    /// <summary>The session.</summary>
    public CalibrationSession Session { get; }

    /// <summary>The evaluators, the questions, and how far all agree.</summary>
    public CalibrationReport Report { get; }

    /// <summary>What all agreed on, in the order of the interactions and questions.</summary>
    public ImmutableArray<ResolvedComparison> Resolved { get; private init; } = [];

    /// <summary>Whether evaluators are compared with what all agreed on, where there is enough of it for a score.</summary>
    public bool UsesResolved { get; private init; }

    internal static SessionReport Of(ClosedSession closed, CalibrationTolerance? tolerance, bool usesResolved) =>
        new(closed.Session, CalibrationReport.Of(CalibrationForm.From(closed.Form), closed.Rounds(usesResolved, round => round.Interaction.Value), ConsensusOf(closed.Session.Consensus), tolerance))
        {
            Resolved = [.. closed.Recorded.SelectMany(round => closed.ResolutionOf(round).Compare(closed.Texts))],
            UsesResolved = usesResolved,
        };

    internal static CalibrationBenchmark ConsensusOf(CalibrationConsensus consensus) => consensus switch
    {
        CalibrationConsensus.Mean => CalibrationBenchmark.Mean,
        CalibrationConsensus.Mode => CalibrationBenchmark.Mode,
        CalibrationConsensus.LeaveOneOutMean => CalibrationBenchmark.LeaveOneOutMean,
        _ => CalibrationBenchmark.Median,
    };
}
