using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Who dropped, and since when: a lower CUSUM for every agent against their own baseline (Page 1954; Montgomery 2020, section 9.1).</summary>
/// <remarks>
/// <see cref="FalseAlarm"/> is what holds for a baseline that is known. One of few scores is wrong by its own error, which makes false alarms
/// more frequent (Jones, Champ and Rigdon 2004): take 30 or more, and look before you act.
/// </remarks>
public static class DropWatch
{
    /// <summary>How many scores pass between false drops of an agent on average: the lower side alone, so twice the two-sided length (Kemp 1961). 930.9 for the defaults; null above <see cref="AverageRunLength.Longest"/>.</summary>
    /// <param name="allowance">K in standard deviations, 0 to 10.</param>
    /// <param name="decision">H in standard deviations, above 0 to 50.</param>
    public static double? FalseAlarm(double allowance = 0.5, double decision = 5) => 2 * AverageRunLength.Cusum(allowance, decision);

    /// <summary>Looks at every agent. Those whose drop was noticed come first, the largest drop before smaller ones; then the others by name.</summary>
    /// <param name="scores">Every agent's scores, oldest first, each at most 1e100 from 0.</param>
    /// <param name="baseline">How many of the first scores say what is usual, 2 or more.</param>
    /// <param name="allowance">K in standard deviations, 0 or more.</param>
    /// <param name="decision">H in standard deviations, above 0.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public static ImmutableArray<AgentDrop> Of(IReadOnlyDictionary<string, IReadOnlyList<double>> scores, int baseline = 30, double allowance = 0.5, double decision = 5)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentOutOfRangeException.ThrowIfLessThan(baseline, 2);
        Guard.NotNegative(allowance);
        Guard.Positive(decision);
        return [.. scores.Select(pair => One(pair.Key, pair.Value, baseline, allowance, decision))
            .OrderByDescending(drop => drop.Before - drop.After ?? double.NegativeInfinity).ThenBy(drop => drop.Agent, StringComparer.Ordinal)];
    }

    private static AgentDrop One(string agent, IReadOnlyList<double> scores, int baseline, double allowance, double decision)
    {
        ControlChart.Usable(scores);
        SampleMean before = SampleMean.Of([.. scores.Take(baseline)]);
        if (scores.Count <= baseline)
        {
            return new AgentDrop { Agent = agent, Status = EstimateStatus.InsufficientData };
        }

        double deviation = before.StandardDeviation!.Value;
        if (deviation == 0)
        {
            return new AgentDrop { Agent = agent, Status = EstimateStatus.NoVariation };
        }

        double mean = before.Mean!.Value;
        CusumChart chart = CusumChart.Of([.. scores.Skip(baseline)], mean, allowance * deviation, decision * deviation);
        return chart.Drop is not { } drop
            ? new AgentDrop { Agent = agent, Status = EstimateStatus.Ok, Before = mean }
            : new AgentDrop
            {
                Agent = agent,
                Status = EstimateStatus.Ok,
                Before = mean,
                After = StableSum.Of([.. scores.Skip(baseline + drop.Since)]) / (scores.Count - baseline - drop.Since),
                NoticedAt = baseline + drop.Position,
                Since = baseline + drop.Since,
            };
    }
}
