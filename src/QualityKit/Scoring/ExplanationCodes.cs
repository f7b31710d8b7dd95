namespace QualityKit.Scoring;

/// <summary>The code of every kind of line in an explanation; the words are in the message catalogue.</summary>
public static class ExplanationCodes
{
    /// <summary>The form and its total.</summary>
    public const string Total = "score.total";

    /// <summary>The form when nothing applicable was scored.</summary>
    public const string NoTotal = "score.total.none";

    /// <summary>The form when there were too few answers.</summary>
    public const string TooFewAnswers = "score.total.tooFew";

    /// <summary>What deductions start from.</summary>
    public const string Start = "score.start";

    /// <summary>A group with its score and what it weighs.</summary>
    public const string Group = "score.group";

    /// <summary>A group without a score of its own.</summary>
    public const string GroupWithoutScore = "score.group.none";

    /// <summary>A group that was marked N/A.</summary>
    public const string GroupNotApplicable = "score.group.notApplicable";

    /// <summary>A hidden group.</summary>
    public const string GroupHidden = "score.group.hidden";

    /// <summary>An answered question.</summary>
    public const string Answered = "score.question";

    /// <summary>An answered bonus question.</summary>
    public const string Bonus = "score.question.bonus";

    /// <summary>An answered question that adds its points.</summary>
    public const string Points = "score.question.points";

    /// <summary>An answered question that may lose points.</summary>
    public const string Deduction = "score.question.deduction";

    /// <summary>An answered question with points where none are possible.</summary>
    public const string PointsAlone = "score.question.pointsAlone";

    /// <summary>A question that counts with a value the N/A or unanswered rule gave it; the rule follows.</summary>
    public const string Filled = "score.question.filled.";

    /// <summary>A question left out as N/A; where its weight went follows.</summary>
    public const string NotApplicable = "score.question.notApplicable.";

    /// <summary>A question left out as unanswered; where its weight went follows.</summary>
    public const string Unanswered = "score.question.unanswered.";

    /// <summary>A hidden question.</summary>
    public const string Hidden = "score.question.hidden";

    /// <summary>A question excluded from scoring.</summary>
    public const string Excluded = "score.question.excluded";

    /// <summary>A question with nothing to earn.</summary>
    public const string Neutral = "score.question.neutral";

    /// <summary>A question dropped as one of the lowest.</summary>
    public const string Dropped = "score.question.dropped";

    /// <summary>A question dropped because it is not one of the lowest.</summary>
    public const string DroppedNotLowest = "score.question.dropped.notLowest";

    /// <summary>A question dropped because it is not in the middle.</summary>
    public const string DroppedNotMiddle = "score.question.dropped.notMiddle";

    /// <summary>A question dropped because its value is not the most frequent.</summary>
    public const string DroppedNotMostFrequent = "score.question.dropped.notMostFrequent";

    /// <summary>A change by score rules.</summary>
    public const string Rules = "score.rules";

    /// <summary>A change by a failure.</summary>
    public const string Failure = "score.failure";

    /// <summary>A failure that left the number as it is.</summary>
    public const string FailureKept = "score.failure.kept";

    /// <summary>The cap at what is possible.</summary>
    public const string Cap = "score.cap";

    /// <summary>The floor at zero.</summary>
    public const string Floor = "score.floor";

    /// <summary>Passed, and the mark.</summary>
    public const string Passed = "score.passed";

    /// <summary>Failed, and the mark.</summary>
    public const string BelowMark = "score.belowMark";

    /// <summary>A question below the least that every question must reach.</summary>
    public const string BelowMinimum = "score.belowMinimum";

    /// <summary>The band of the score.</summary>
    public const string Band = "score.band";

    /// <summary>Answers may still be missing.</summary>
    public const string Provisional = "score.provisional";
}
