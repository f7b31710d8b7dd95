using System.Text.Json;

namespace QualityKit.Reference.Forms;

/// <summary>Reads a scoring method; a form without one has the default method.</summary>
internal static class MethodReader
{
    public static ScoringMethod Read(JsonElement? given)
    {
        var method = given ?? JsonDocument.Parse("{}").RootElement;
        return new ScoringMethod
        {
            Value = method.Text("value", "ofMaximum"),
            Scale = method.Number("scale"),
            Combination = method.Text("combination", "groupWeights"),
            Within = method.Text("within", "questionWeights"),
            From = method.Number("from"),
            NotApplicable = method.Text("notApplicable", "staysInGroup"),
            Unanswered = method.Text("unanswered", "asNotApplicable"),
            Failure = method.Text("failure", "zero"),
            CriticalBelow = method.Number("criticalBelow") is { } percent ? percent / ExactNumber.Of(100) : null,
            Bonus = method.Text("bonus", "toEarned"),
            DropLowest = method.Member("dropLowest")?.GetInt32(),
            KeepHighest = method.Member("keepHighest")?.GetInt32(),
            KeepLowest = method.Member("keepLowest")?.GetInt32(),
            KeepMiddle = method.Flag("keepMiddle"),
            KeepMostFrequent = method.Flag("keepMostFrequent"),
            LeastAnswers = method.Member("leastAnswers")?.GetInt32(),
            LeastAnswersEffect = method.Text("leastAnswersEffect", "noScore"),
            CapAtFull = method.Flag("capAtFull"),
            FloorAtZero = method.Flag("floorAtZero"),
            Critical = method.Text("critical", "weighted"),
        };
    }
}
