using System.Text.Json.Nodes;

namespace QualityKit.Reference.Generation;

/// <summary>A scoring method whose parts go together.</summary>
internal sealed class MethodDraft
{
    private readonly Dice dice;
    private readonly JsonObject json = [];

    public MethodDraft(Dice dice, Features features)
    {
        this.dice = dice;
        if (dice.Chance(12))
        {
            return;
        }

        Combination = PickCombination();
        Within = Combination == "groupWeights" && dice.Chance(40) ? "points" : "questionWeights";
        Value = PickValue();
        WriteParts();
        if (ValuesAreShares && features.Critical && dice.Chance(50))
        {
            json["criticalBelow"] = Decimals.ToJson(dice.Pick(10, 33.33m, 50, 50, 100));
        }

        if (features.RichMethod)
        {
            WriteRichParts();
        }
    }

    public string Combination { get; } = "groupWeights";

    public string Within { get; } = "questionWeights";

    public string Value { get; } = "ofMaximum";

    /// <summary>Whether the values of questions are shares.</summary>
    public bool ValuesAreShares => Value != "asPoints" && !(Combination is "sum" or "grade" or "deductions");

    /// <summary>The unit of marks, bands and rules.</summary>
    public string Unit => Combination switch
    {
        "grade" => "grade",
        "sum" => "points",
        "deductions" => "percent",
        _ => Value == "asPoints" ? "points" : "percent",
    };

    /// <summary>Whether a form may not have questions whose highest points are negative.</summary>
    public bool NeedsHighestFromZero => ValuesAreShares && Value == "ofMaximum";

    /// <summary>Whether score rules may name groups.</summary>
    public bool AllowsGroupRules => Combination is "groupWeights" or "grade";

    /// <summary>The method, or null for a form that leaves it out.</summary>
    public JsonObject? Json => json.Count == 0 ? null : json;

    private bool AveragesValues => Combination == "questionWeights" || (Combination == "groupWeights" && Within == "questionWeights");

    private string PickCombination() => dice.Pick(
        "groupWeights", "groupWeights", "groupWeights", "groupWeights", "groupWeights",
        "questionWeights", "questionWeights", "questionWeights",
        "weightedPoints", "weightedPoints", "totalPoints", "deductions", "sum", "grade");

    private string PickValue()
    {
        if (Combination is "sum" or "grade")
        {
            return dice.Pick("ofMaximum", "asPoints");
        }

        var value = dice.Pick("ofMaximum", "ofMaximum", "ofMaximum", "ofRange", "ofFixedScale", "ofLargestMagnitude", "asPoints");
        return value == "asPoints" && !AveragesValues ? "ofMaximum" : value;
    }

    private void WriteParts()
    {
        Write("value", Value, "ofMaximum");
        if (Value == "ofFixedScale")
        {
            json["scale"] = Decimals.ToJson(dice.Pick(0.5m, 1, 5, 10, 33.33m));
        }

        Write("combination", Combination, "groupWeights");
        Write("within", Within, "questionWeights");
        if (Combination == "deductions")
        {
            json["from"] = Decimals.ToJson(dice.Pick(1, 10, 33.33m, 100, 100));
        }

        Write("notApplicable", PickNotApplicable(), "staysInGroup");
        Write("failure", Combination == "grade" ? "outcomeOnly" : dice.Pick("zero", "zero", "outcomeOnly"), "zero");
    }

    private string PickNotApplicable() => dice.Pick(
        "staysInGroup", "staysInGroup", "leavesForm", "leavesForm",
        "fullMarks", "zero", "groupMean", "groupPossibleMean", "formMean");

    private void WriteRichParts()
    {
        Write("unanswered", dice.Pick("asNotApplicable", "asZero"), "asNotApplicable");
        Write("bonus", AveragesValues && dice.Chance(40) ? "toMean" : "toEarned", "toEarned");
        if (Combination is not ("sum" or "deductions" or "grade") && dice.Chance(55))
        {
            WriteSelection(dice.Pick("dropLowest", "keepHighest", "keepLowest", "keepMiddle", "keepMostFrequent"));
        }

        WriteTotalParts();
    }

    // The middle and the most frequent are kept only where values are averaged.
    private void WriteSelection(string selection)
    {
        if (selection is not ("keepMiddle" or "keepMostFrequent"))
        {
            json[selection] = dice.Pick(1, 1, 2, 3);
        }
        else if (AveragesValues)
        {
            json[selection] = true;
        }
    }

    private void WriteTotalParts()
    {
        if (dice.Chance(20))
        {
            json["leastAnswers"] = dice.Between(1, 4);
            Write("leastAnswersEffect", dice.Pick("noScore", "warning"), "noScore");
        }

        if (Unit == "percent" && dice.Chance(30))
        {
            json["capAtFull"] = true;
        }

        if (dice.Chance(30))
        {
            json["floorAtZero"] = true;
        }

        Write("critical", dice.Pick("weighted", "raw"), "weighted");
        if (dice.Chance(10))
        {
            json["digits"] = dice.Pick(0, 1, 3, 6);
            Write("midpoint", dice.Pick("awayFromZero", "toEven", "toZero", "down", "up"), "awayFromZero");
        }
    }

    private void Write(string member, string value, string otherwise)
    {
        if (value != otherwise || dice.Chance(10))
        {
            // Within goes with group weights only, so elsewhere not even its default may be written.
            if (member != "within" || Combination == "groupWeights")
            {
                json[member] = value;
            }
        }
    }
}
