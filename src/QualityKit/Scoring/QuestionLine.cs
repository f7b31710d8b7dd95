using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>One question while a score is being worked out.</summary>
internal sealed class QuestionLine(QuestionPlan plan)
{
    public QuestionPlan Plan { get; } = plan;

    public QuestionState State { get; set; }

    /// <summary>Whether an answer gave it points, whether or not they count.</summary>
    public bool HasPoints { get; init; }

    /// <summary>Whether the answer is a bonus option or range, which means leave out (rule S6).</summary>
    public bool IsBonusAnswer { get; init; }

    /// <summary>What it earned in points; of a filled question the points that give its value.</summary>
    public Fraction Points { get; private set; }

    public Fraction Earned => Plan.Measure.EarnedBy(Points);

    public Fraction Possible => Plan.Measure.Possible;

    public Fraction Value => Plan.Measure.ValueOf(Points);

    public bool Counts => State is QuestionState.Answered or QuestionState.Filled;

    /// <summary>Whether its weight is there although it does not count: it was left out as N/A (rules S6 to S8).</summary>
    public bool IsLeftOut { get; set; }

    public bool IsNormal => !Plan.IsBonus;

    /// <summary>What a value of 1 would add to the raw total (rule S21).</summary>
    public Fraction AppliedWeight { get; set; }

    /// <summary>What it adds to the raw total (rule S21).</summary>
    public Fraction Contribution { get; set; }

    public void Answer(QuestionState state, Fraction points)
    {
        State = state;
        Points = points;
    }

    public void Fill(Fraction points)
    {
        State = QuestionState.Filled;
        IsLeftOut = false;
        Points = points;
    }
}
