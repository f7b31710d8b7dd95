using System.Text.Json;
using QualityKit.Reference;

namespace QualityKit.Tests.Scoring;

/// <summary>Recomputes a score from its explanation in JSON alone: it knows no form, no answer and no type of the library (rule S21).</summary>
/// <remarks>The amount of a line with children is the sum of theirs. A question adds its value times what it weighs; where the score starts
/// from a number, the points it loses times its weight over that number. A change adds the difference that it made times what its scope weighs.</remarks>
internal sealed class ExplanationProof
{
    private static readonly string[] Changes = ["score.rules", "score.failure", "score.cap", "score.floor"];

    private readonly List<string> _problems = [];
    private readonly JsonElement _root;
    private readonly ExactNumber? _start;

    private ExplanationProof(JsonElement explanation)
    {
        _root = explanation.GetProperty("root");
        _start = ChildrenOf(_root).Where(line => CodeOf(line) == "score.start").Select(line => Argument(line, "start")).FirstOrDefault();
        Check(_root, weight: ExactNumber.One);
    }

    /// <summary>How many lines were checked against their own arguments.</summary>
    public int Verified { get; private set; }

    /// <summary>What the explanation says the total is; null for none.</summary>
    public ExactNumber? Total => AmountOf(_root);

    public IReadOnlyList<string> Problems => _problems;

    public static ExplanationProof Of(byte[] explanation)
    {
        using JsonDocument document = JsonDocument.Parse(explanation);
        return new ExplanationProof(document.RootElement.Clone());
    }

    private void Check(JsonElement line, ExactNumber weight)
    {
        JsonElement[] children = [.. ChildrenOf(line)];
        CheckSum(line, children);
        if (Expected(line, weight) is { } expected)
        {
            Verified++;
            Demand(AmountOf(line) is { } amount && amount == expected, line, $"its arguments give {expected}");
        }

        ExactNumber inner = CodeOf(line) == "score.group" ? Argument(line, "weight") : ExactNumber.One;
        foreach (JsonElement child in children)
        {
            Check(child, inner);
        }
    }

    private void CheckSum(JsonElement line, JsonElement[] children)
    {
        ExactNumber[] amounts = [.. children.Select(AmountOf).OfType<ExactNumber>()];
        bool isSum = IsScope(line);
        Demand(isSum || children.Length == 0, line, "only the form and groups are made of lines");
        Demand(!isSum || (AmountOf(line) is null) == (amounts.Length == 0), line, "it has an amount just when a line in it has one");
        Demand(!isSum || amounts.Length == 0 || AmountOf(line) == ExactNumber.Sum(amounts), line, $"its lines add up to {ExactNumber.Sum(amounts)}");
    }

    // Null where a line only tells, or is the sum of its lines.
    private ExactNumber? Expected(JsonElement line, ExactNumber weight) => CodeOf(line) switch
    {
        "score.start" => ExactNumber.One,
        "score.question.deduction" => Lost(line, Argument(line, "points")),
        "score.question.bonus" => Argument(line, "weight") * Argument(line, "value") / (_start ?? ExactNumber.One),
        "score.question" or "score.question.points" or "score.question.pointsAlone" => Argument(line, "weight") * Argument(line, "value"),
        var code when code.StartsWith("score.question.filled.", StringComparison.Ordinal) =>
            _start is null ? Argument(line, "weight") * Argument(line, "value") : Lost(line, Argument(line, "value")),
        var code when Changes.Contains(code) => Changed(line, weight),
        _ => null,
    };

    private ExactNumber Lost(JsonElement line, ExactNumber points) =>
        Argument(line, "weight") * (points - Argument(line, "possible")) / _start!;

    private ExactNumber Changed(JsonElement line, ExactNumber weight)
    {
        ExactNumber own = Argument(line, "weight");
        Demand(own == weight || own == ExactNumber.One, line, $"a change weighs as much as its scope, {weight}, or is told in parts of the total");
        return (Argument(line, "after") - Argument(line, "before")) * own;
    }

    private void Demand(bool holds, JsonElement line, string problem)
    {
        if (!holds)
        {
            _problems.Add($"{CodeOf(line)} `{line.GetProperty("subject")}` with the amount {AmountOf(line)?.ToString() ?? "none"}: {problem}");
        }
    }

    private static bool IsScope(JsonElement line) =>
        CodeOf(line).StartsWith("score.total", StringComparison.Ordinal) || CodeOf(line).StartsWith("score.group", StringComparison.Ordinal);

    private static string CodeOf(JsonElement line) => line.GetProperty("code").GetString()!;

    private static JsonElement.ArrayEnumerator ChildrenOf(JsonElement line) => line.GetProperty("children").EnumerateArray();

    private static ExactNumber? AmountOf(JsonElement line) => line.GetProperty("amount").GetString() is { } amount ? Number(amount) : null;

    private static ExactNumber Argument(JsonElement line, string name) => Number(line.GetProperty("arguments").GetProperty(name).GetString()!);

    private static ExactNumber Number(string fraction)
    {
        string[] parts = fraction.Split('/');
        return ExactNumber.Parse(parts[0]) / ExactNumber.Parse(parts.Length == 1 ? "1" : parts[1]);
    }
}
