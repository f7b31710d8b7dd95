using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>What one question did in a score.</summary>
public sealed class QuestionScore
{
    private readonly QuestionLine _line;
    private readonly bool _counts;
    private readonly bool _takesPoints;

    internal QuestionScore(QuestionLine line, Calculation calculation)
    {
        _line = line;
        _counts = line.Counts && calculation.RawTotal is not null;
        _takesPoints = calculation.Plan.Method.TakesPoints;
        Unit = calculation.Plan.Method.Unit;
    }

    /// <summary>The key of the question.</summary>
    public string Key => _line.Plan.Source.Key;

    /// <summary>The question.</summary>
    public Question Question => _line.Plan.Source;

    /// <summary>What became of it.</summary>
    public QuestionState State => _line.State;

    /// <summary>The points of its answer (rule S4), also when it is neutral or dropped; of a filled question only where values are points; null otherwise.</summary>
    public Fraction? Points => (HasValue && (_line.HasPoints || _takesPoints)) || (_line.State == QuestionState.Neutral && _line.HasPoints) ? _line.Points : null;

    /// <summary>The highest points it can earn without bonus (rule S4); null for what is never scored.</summary>
    public Fraction? Highest => _line.Plan.Scale?.Highest;

    /// <summary>Its value: a share, or points or a grade where the method takes points as they are (rule S5); null when it does not count, was not dropped, or there is nothing to divide by.</summary>
    public Fraction? Value => HasValue && !_line.Possible.IsZero ? _line.Value : null;

    /// <summary>What a value of 1 adds to the raw total (rule S21); null when it does not count or there is no total.</summary>
    public Fraction? AppliedWeight => _counts ? _line.AppliedWeight : null;

    /// <summary>What it adds to the raw total before rules (rule S21); null when it does not count.</summary>
    public Score? Contribution => _counts ? new Score(_line.Contribution, Unit) : null;

    private ScoreUnit Unit { get; }

    private bool HasValue => _line.Counts || _line.State == QuestionState.Dropped;
}
