using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>What the answers of a scored question earn (rule S4).</summary>
internal abstract class AnswerScale
{
    public Fraction Highest { get; protected init; }

    public Fraction Lowest { get; protected init; }

    /// <summary>Whether any answer fails by itself.</summary>
    public bool CanFail { get; protected init; }

    /// <summary>The points of all possible answers as rule S6 counts them; bonus answers left out.</summary>
    public abstract IEnumerable<Fraction> PossiblePoints { get; }

    public static AnswerScale For(ScoredQuestion question) => question switch
    {
        ChoiceQuestion choice => new ChoiceScale(choice),
        MultiSelectQuestion select => new SelectScale(select),
        NumberQuestion number => new NumberScale(number),
        _ => throw new ArgumentException("not a known question", nameof(question)),
    };

    /// <summary>The points of an answer; its words start with one that is not negative.</summary>
    public abstract Fraction PointsOf(ReadOnlySpan<long> words);

    /// <summary>The options or ranges chosen that fail something, with the key of the option (a range has none).</summary>
    public abstract IEnumerable<(string? Option, FailureScope Scope)> FailuresOf(long[] words);

    /// <summary>Whether the answer is a bonus option or range.</summary>
    public abstract bool IsBonus(ReadOnlySpan<long> words);

    /// <summary>Whether an option or range chosen is flagged to need a comment.</summary>
    public abstract bool IsFlagged(ReadOnlySpan<long> words);
}
