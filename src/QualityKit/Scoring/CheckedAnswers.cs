using QualityKit.Forms;

namespace QualityKit.Scoring;

/// <summary>Answers that fit a form; their score cannot fail.</summary>
public sealed class CheckedAnswers
{
    private readonly long[] _codes;

    internal CheckedAnswers(ScoringPlan plan, AnswerSheet sheet, long[] codes)
    {
        Plan = plan;
        Sheet = sheet;
        _codes = codes;
    }

    /// <summary>The form that they fit.</summary>
    public EvaluationForm Form => Plan.Form;

    /// <summary>The answers as they were given.</summary>
    public AnswerSheet Sheet { get; }

    /// <summary>The answers as flat codes (<see cref="FlatAnswer"/>).</summary>
    public ReadOnlySpan<long> FlatCodes => _codes;

    internal ScoringPlan Plan { get; }
}
