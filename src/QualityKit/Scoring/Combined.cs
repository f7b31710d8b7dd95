using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Questions put together: the total before the form's own rules, and the scores of groups.</summary>
internal sealed class Combined(int groups)
{
    public Fraction? Total { get; set; }

    /// <summary>What the total starts from before any question: 1 for deductions, else 0.</summary>
    public Fraction Start { get; set; }

    public Fraction?[] GroupScores { get; } = new Fraction?[groups];

    public Fraction[] GroupWeights { get; } = new Fraction[groups];

    public List<Adjustment> Adjustments { get; } = [];
}
