using QualityKit.Methods;
using QualityKit.Statistics;

namespace QualityKit.Calibration;

/// <summary>When a machine may answer a question without a person: only when the lower end of the interval of its agreement with the expert is high enough.</summary>
/// <remarks>An agreement of 9 in 10 calls is no better than 0.60 to 0.98 (Wilson 1927): a gate on the share alone opens by luck.</remarks>
public sealed record MachineGate
{
    private const int MostCases = 1_000_000;

    /// <summary>What the lower end must reach, above 0 and below 1. Default 0.9.</summary>
    public double Limit { get; init; } = 0.9;

    /// <summary>The confidence of the interval, between 0 and 1. Default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>How many answers there must be at least, 1 or more. Default 50.</summary>
    public int LeastCases { get; init; } = 50;

    /// <summary>Holds one question against the gate.</summary>
    /// <param name="question">The key of the question.</param>
    /// <param name="answers">What the machine and the expert gave, in percent of the most points; null for N/A. N/A beside N/A agrees.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public GateDecision Decide(string question, params IEnumerable<(Fraction? Machine, Fraction? Expert)> answers)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answers);
        Statistics.Numerics.Guard.Chance(Limit);
        Statistics.Numerics.Guard.Chance(Confidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(LeastCases, 1);
        (Fraction? Machine, Fraction? Expert)[] all = [.. answers];
        SampleShare agreed = SampleShare.Of(all.Count(pair => pair.Machine == pair.Expert), all.Length);
        Estimate share = agreed.Interval(Confidence);
        bool isOpen = all.Length >= LeastCases && share.Interval?.Lower >= Limit;
        return new GateDecision
        {
            Question = question,
            Agreed = agreed,
            Share = share,
            Agreement = AnswerAgreement.Of(all.Select(pair => (System.Collections.Immutable.ImmutableArray<Fraction?>)[pair.Machine, pair.Expert])),
            IsOpen = isOpen,
            CasesNeeded = isOpen ? 0 : Needed(agreed),
        };
    }

    // With the share seen so far: how many more, none of which is promised to agree.
    private int? Needed(SampleShare agreed)
    {
        if (agreed.Trials == 0)
        {
            return LeastCases;
        }

        (long low, long high) = (Math.Max(agreed.Trials, LeastCases) - 1, MostCases);
        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            (low, high) = Opens(agreed, middle) ? (low, middle) : (middle, high);
        }

        return Opens(agreed, high) ? (int)(high - agreed.Trials) : null;
    }

    private bool Opens(SampleShare agreed, long cases) => SampleShare.Of(agreed.Successes * cases / agreed.Trials, cases).Interval(Confidence).Interval!.Value.Lower >= Limit;
}
