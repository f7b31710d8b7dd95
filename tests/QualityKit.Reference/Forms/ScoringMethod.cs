namespace QualityKit.Reference.Forms;

/// <summary>A form's scoring method, each part by its word in the form format.</summary>
internal sealed class ScoringMethod
{
    public required string Value { get; init; }

    public required string Combination { get; init; }

    public required string Within { get; init; }

    public required string NotApplicable { get; init; }

    public required string Unanswered { get; init; }

    public required string Failure { get; init; }

    public required string Bonus { get; init; }

    public required string LeastAnswersEffect { get; init; }

    public required string Critical { get; init; }

    /// <summary>n of a fixed scale.</summary>
    public ExactNumber? Scale { get; init; }

    /// <summary>What deductions start from.</summary>
    public ExactNumber? From { get; init; }

    /// <summary>As a share.</summary>
    public ExactNumber? CriticalBelow { get; init; }

    public int? DropLowest { get; init; }

    public int? KeepHighest { get; init; }

    public int? KeepLowest { get; init; }

    public bool KeepMiddle { get; init; }

    public bool KeepMostFrequent { get; init; }

    public int? LeastAnswers { get; init; }

    public bool CapAtFull { get; init; }

    public bool FloorAtZero { get; init; }

    /// <summary>S5: a question's value is its points. Deductions count points too, whatever the method calls the value.</summary>
    public bool ValuesArePoints => Value == "asPoints" || Combination is "sum" or "grade" or "deductions";

    /// <summary>S5: where values are averaged, a question with nothing possible is left out; where points are added, it counts.</summary>
    public bool LeavesOutNeutral => Combination == "questionWeights" || (Combination == "groupWeights" && Within == "questionWeights");

    /// <summary>The unit of every score of this method, by its word in the scorecard format.</summary>
    public string Unit => Combination switch
    {
        "grade" => "grade",
        "sum" => "points",
        "deductions" => "share",
        _ => Value == "asPoints" ? "points" : "share",
    };
}
