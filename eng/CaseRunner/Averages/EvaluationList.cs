using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Averages;

/// <summary>Evaluations that a case lists, of one owner or of several.</summary>
internal sealed class EvaluationList
{
    private bool _hasPossible = true;

    /// <summary>The average of those that count.</summary>
    public ScoreAverage Average { get; private set; } = ScoreAverage.Empty;

    /// <summary>The share of automatic failures: 100 % for each that failed, 0 % for the others.</summary>
    public ScoreAverage Failed { get; private set; } = ScoreAverage.Empty;

    /// <summary>How many count, with a score or without.</summary>
    public int Count { get; private set; }

    /// <summary>The lists of each owner; empty where there is one list.</summary>
    public Dictionary<string, EvaluationList> Owned { get; } = new(StringComparer.Ordinal);

    /// <summary>The evaluations of an input; its members are owners where the expected result has the same.</summary>
    public static EvaluationList Read(JsonElement input, JsonElement expected)
    {
        var list = new EvaluationList();
        if (input.EnumerateObject().Any() && input.EnumerateObject().All(member => expected.Member(member.Name) is { ValueKind: JsonValueKind.Object }))
        {
            list.AddOwners(input);
            return list;
        }

        if (input.Member("agents") is { } agents)
        {
            input.OnlyHas("input", "agents", "note");
            list.AddOwners(agents);
            return list;
        }

        list.AddMembers(input);
        return list;
    }

    /// <summary>Points over possible points, where every evaluation says both.</summary>
    public Fraction? RatioOfSums() => _hasPossible
        ? Average.RatioOfSums?.Value
        : throw new UnsupportedCaseException("an evaluation does not say how many points were possible");

    private void AddOwners(JsonElement agents)
    {
        IEnumerable<(string Owner, JsonElement Source)> owners = agents.ValueKind == JsonValueKind.Object
            ? agents.EnumerateObject().Select(agent => (agent.Name, agent.Value))
            : agents.ToList().Select((agent, place) => (agent.OptionalText("id") ?? agent.OptionalText("name") ?? agent.OptionalText("agent") ?? $"{place + 1}", agent));
        foreach ((string owner, JsonElement source) in owners)
        {
            var owned = new EvaluationList();
            if (source.ValueKind == JsonValueKind.Array)
            {
                owned.AddAll(source, isCalibration: false);
            }
            else
            {
                owned.AddMembers(source);
            }

            Owned.Add(owner, owned);
        }
    }

    private void AddMembers(JsonElement source)
    {
        source.OnlyHas(
            "list of evaluations",
            "evaluations", "reviews", "pairs", "scores", "percents", "percentages", "reviewPercents", "evaluationPercents", "normal", "calibration", "calibrations",
            "actual", "earned", "possible", "maximum", "id", "name", "agent", "note");
        foreach (JsonProperty member in source.EnumerateObject().Where(member => member.Name is not ("id" or "name" or "agent" or "note")))
        {
            switch (member.Name)
            {
                case "possible" or "maximum": break;
                case "actual" or "earned": AddPairs(member.Value, source.Value("possible") ?? source.RequiredMember("maximum")); break;
                default: AddAll(member.Value, member.Name is "calibration" or "calibrations"); break;
            }
        }
    }

    private void AddPairs(JsonElement earned, JsonElement possible)
    {
        JsonElement[] left = [.. earned.ToList()];
        JsonElement[] right = [.. possible.ToList()];
        if (left.Length != right.Length)
        {
            throw new UnsupportedCaseException($"there are {left.Length} actual scores for {right.Length} possible ones");
        }

        foreach ((JsonElement points, JsonElement most) in left.Zip(right))
        {
            Add(new ListedEvaluation { Share = ListedEvaluation.ShareOf(points.ToDecimal(), most.ToDecimal()), Possible = most.ToDecimal() });
        }
    }

    private void AddAll(JsonElement evaluations, bool isCalibration)
    {
        foreach (JsonElement evaluation in evaluations.ToList())
        {
            ListedEvaluation listed = ListedEvaluation.Read(evaluation);
            if (!isCalibration && listed.Counts)
            {
                Add(listed);
            }
        }
    }

    private void Add(ListedEvaluation evaluation)
    {
        Count++;
        Failed = Failed.Add(Score.Percent(evaluation.HasFailed ? 100 : 0), Fraction.One);
        if (evaluation.Share is { } share)
        {
            _hasPossible &= evaluation.Possible is not null;
            Average = Average.Add(new Score(share, ScoreUnit.Share), evaluation.Possible ?? 1);
        }
    }
}
