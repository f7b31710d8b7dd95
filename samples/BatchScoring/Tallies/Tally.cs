using QualityKit.Methods;
using QualityKit.Scoring;

namespace BatchScoring.Tallies;

/// <summary>What many scorecards come to. Immutable; its size does not depend on how many there are.</summary>
internal sealed record Tally
{
    public static Tally Empty { get; } = new();

    public ScoreAverage Average { get; private init; } = ScoreAverage.Empty;

    /// <summary>How many passed.</summary>
    public long Passed { get; private init; }

    /// <summary>How many passed or failed; 0 when the form has nothing to pass.</summary>
    public long Judged { get; private init; }

    /// <summary>How many have a fatal or critical failure.</summary>
    public long WithFailure { get; private init; }

    public long Chats => Average.Count;

    /// <summary>The share that passed; null when the form has nothing to pass.</summary>
    public Fraction? PassRate => Judged == 0 ? null : Fraction.Of(Passed, Judged);

    public Tally Add(Scorecard card) => new()
    {
        Average = Average.Add(card),
        Passed = Passed + (card.Outcome == Outcome.Passed ? 1 : 0),
        Judged = Judged + (card.Outcome == Outcome.None ? 0 : 1),
        WithFailure = WithFailure + (card.Failures.IsEmpty ? 0 : 1),
    };
}
