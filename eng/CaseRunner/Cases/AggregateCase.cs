using System.Text.Json;
using QualityKit.CaseRunner.Averages;
using QualityKit.CaseRunner.Json;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Averages over evaluations: the mean of scores, the ratio of sums, how many there are, how many failed.</summary>
internal static class AggregateCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        var comparison = new Comparison();
        Compare("", EvaluationList.Read(published.Input, published.Expected), published.Expected, comparison);
        return comparison;
    }

    /// <summary>Calibrations beside normal evaluations; what else calibration cases hold is not offered yet.</summary>
    public static Comparison RunCalibration(Case published, Setting setting)
    {
        if (published.Input.Member("normal") is null)
        {
            throw new UnsupportedCaseException("calibration is not offered yet");
        }

        return Run(published, setting);
    }

    private static void Compare(string owner, EvaluationList list, JsonElement expected, Comparison comparison)
    {
        if (list.Owned.Count == 0)
        {
            foreach (JsonProperty member in expected.EnumerateObject())
            {
                Compare((owner + " " + member.Name).TrimStart(), list, (member.Name, member.Value), comparison);
            }

            return;
        }

        CompareOwned(list, expected, comparison);
    }

    // Expected numbers are listed by owner, or by number and then by owner.
    private static void CompareOwned(EvaluationList list, JsonElement expected, Comparison comparison)
    {
        foreach (JsonProperty member in Listed(expected, [.. list.Owned.Keys]).EnumerateObject())
        {
            if (list.Owned.TryGetValue(member.Name, out EvaluationList? owned))
            {
                Compare(member.Name, owned, member.Value, comparison);
                continue;
            }

            foreach ((string owner, JsonElement value) in ByOwner(member.Value, [.. list.Owned.Keys]))
            {
                Compare($"{member.Name} of {owner}", list.Owned.GetValueOrDefault(owner) ?? throw Unknown(owner), (member.Name, value), comparison);
            }
        }
    }

    private static JsonElement Listed(JsonElement expected, string[] owners)
    {
        if (expected.Member("agents") is not { } agents)
        {
            return expected;
        }

        expected.OnlyHas("expected result", "agents");
        return agents.ValueKind == JsonValueKind.Object ? agents
            : JsonSerializer.SerializeToElement(ByOwner(agents, owners).ToDictionary(owned => owned.Owner, owned => WithoutNames(owned.Value)));
    }

    private static Dictionary<string, JsonElement> WithoutNames(JsonElement numbers) =>
        numbers.EnumerateObject().Where(member => member.Name is not ("id" or "name" or "agent")).ToDictionary(member => member.Name, member => member.Value);

    private static IEnumerable<(string Owner, JsonElement Value)> ByOwner(JsonElement values, string[] owners) => values.ValueKind switch
    {
        JsonValueKind.Object => values.EnumerateObject().Select(value => (value.Name, value.Value)),
        JsonValueKind.Array when values.GetArrayLength() == owners.Length => owners.Zip(values.EnumerateArray()),
        _ => throw new UnsupportedCaseException("expected numbers are not told apart by their owners"),
    };

    private static void Compare(string what, EvaluationList list, (string Name, JsonElement Value) expected, Comparison comparison)
    {
        switch (AverageName.KindOf(expected.Name))
        {
            case AverageKind.Count: comparison.Number(what, expected.Value, list.Count); break;
            case AverageKind.Printed: comparison.Rounded(what, expected.Value, list.Average.Mean?.Value * 100); break;
            case AverageKind.RatioOfSums: comparison.Percent(what, expected.Value, list.RatioOfSums()); break;
            case AverageKind.MeanOfScores: comparison.Percent(what, expected.Value, list.Average.Mean?.Value); break;
            case AverageKind.FailureRate: comparison.Percent(what, expected.Value, list.Failed.Mean?.Value); break;
        }
    }

    private static UnsupportedCaseException Unknown(string owner) => new($"there are no evaluations of `{owner}`");
}
