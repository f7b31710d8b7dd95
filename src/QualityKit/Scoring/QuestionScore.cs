using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>What one question did in a score.</summary>
public sealed class QuestionScore
{
    private readonly QuestionLine _line;

    internal QuestionScore(QuestionLine line, ScoreUnit unit)
    {
        _line = line;
        Unit = unit;
    }

    /// <summary>The key of the question.</summary>
    public string Key => _line.Plan.Source.Key;

    /// <summary>The question.</summary>
    public Question Question => _line.Plan.Source;

    /// <summary>What became of it.</summary>
    public QuestionState State => _line.State;

    /// <summary>The points it counts with (rule S4); of a filled question the points that give its value; null when it does not count.</summary>
    public Fraction? Points => _line.Counts ? _line.Points : null;

    /// <summary>The highest points it can earn without bonus (rule S4); null for what is never scored.</summary>
    public Fraction? Highest => _line.Plan.Scale?.Highest;

    /// <summary>Its value: a share, or points or a grade where the method takes points as they are (rule S5); null when it does not count.</summary>
    public Fraction? Value => _line.Counts && !_line.Possible.IsZero ? _line.Value : null;

    /// <summary>What a value of 1 adds to the raw total (rule S21); null when it does not count.</summary>
    public Fraction? AppliedWeight => _line.Counts ? _line.AppliedWeight : null;

    /// <summary>What it adds to the raw total before rules (rule S21); null when it does not count.</summary>
    public Score? Contribution => _line.Counts ? new Score(_line.Contribution, Unit) : null;

    private ScoreUnit Unit { get; }
}
