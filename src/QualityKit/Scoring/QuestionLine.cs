using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>One question while a score is being worked out.</summary>
internal sealed class QuestionLine(QuestionPlan plan)
{
    public QuestionPlan Plan { get; } = plan;

    public QuestionState State { get; set; }

    /// <summary>Whether it was given an answer, whether or not that counts.</summary>
    public bool HasAnswer { get; set; }

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

    public void Answer(Fraction points)
    {
        State = QuestionState.Answered;
        Points = points;
    }

    public void Fill(Fraction points)
    {
        State = QuestionState.Filled;
        IsLeftOut = false;
        Points = points;
    }
}
