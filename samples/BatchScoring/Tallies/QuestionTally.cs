using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace BatchScoring.Tallies;

/// <summary>What one question did over many chats.</summary>
internal sealed record QuestionTally
{
    public required ScoredQuestion Question { get; init; }

    /// <summary>The mean of its values over the chats in which it counts.</summary>
    public Mean Value { get; private init; } = Mean.Empty;

    /// <summary>What it took off the totals, summed over chats, as shares of a total; before rules and failures.</summary>
    public Fraction Lost { get; private init; } = Fraction.Zero;

    /// <summary>How many chats it failed.</summary>
    public long Failures { get; private init; }

    public QuestionTally Add(Scorecard card, QuestionScore score) => this with
    {
        Value = Achievement.Of(score, card.Form.Method) is { } value ? Value.Add(value.Value) : Value,
        Lost = Lost + LostIn(card, score),
        Failures = Failures + (card.Failures.Any(failure => failure.Question == score.Key) ? 1 : 0),
    };

    // Rule S21: the applied weight is what a full value would have added; a bonus and a deduction start from 0.
    private Fraction LostIn(Scorecard card, QuestionScore score)
    {
        bool startsFromZero = Question.IsBonus || card.Form.Method.Combination.Kind == CombinationKind.Deductions;
        Fraction best = startsFromZero ? Fraction.Zero : score.AppliedWeight ?? Fraction.Zero;
        return score.Contribution is { } contribution ? best - contribution.Value : Fraction.Zero;
    }
}
