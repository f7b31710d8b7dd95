using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Outcome and bands, decided on exact scores (rule S18).</summary>
internal static class Verdict
{
    public static Outcome OutcomeOf(PassRule? pass, Score? total, bool hasFormFailed, bool isBelowMinimum) =>
        hasFormFailed ? Outcome.Failed
        : pass is null || total is not { } score ? Outcome.None
        : MeetsMark(pass, score) && !isBelowMinimum ? Outcome.Passed
        : Outcome.Failed;

    /// <summary>The questions below the least that every question must reach.</summary>
    public static IEnumerable<QuestionLine> BelowMinimum(PassRule? pass, Calculation calculation) =>
        pass is { QuestionMinimum: not null } ? calculation.Questions.Where(line => !MeetsMinimum(pass, line)) : [];

    public static Band? BandOf(Score score, ImmutableArray<Band> bands)
    {
        Band? best = null;
        foreach (Band band in bands)
        {
            bool holds = (band.Minimum is not { } minimum || score >= minimum) && (band.Top is not { } top || score <= top);
            if (holds && (best is null || IsNearer(band, best)))
            {
                best = band;
            }
        }

        return best;
    }

    // A band that states a minimum goes before one that states only a top; then the highest minimum, the lowest top.
    private static bool IsNearer(Band band, Band other) => (band.Minimum, other.Minimum) switch
    {
        ({ } minimum, { } otherMinimum) => minimum > otherMinimum,
        ({ }, null) => true,
        (null, { }) => false,
        _ => band.Top < other.Top,
    };

    public static bool MeetsMark(PassRule pass, Score total) =>
        pass.Mark is not { } mark || (total.Unit == ScoreUnit.Grade ? total <= mark : total >= mark);

    private static bool MeetsMinimum(PassRule pass, QuestionLine line)
    {
        if (pass.QuestionMinimum is not { } minimum || line.State != QuestionState.Answered || !line.IsNormal)
        {
            return true;
        }

        return minimum.Unit switch
        {
            ScoreUnit.Share => line.Possible.IsZero || line.Value >= minimum.Value,
            ScoreUnit.Points => line.Points >= minimum.Value,
            _ => line.Points <= minimum.Value,
        };
    }
}
