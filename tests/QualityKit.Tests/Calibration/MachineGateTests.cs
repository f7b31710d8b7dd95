using QualityKit.Calibration;
using QualityKit.Methods;
using QualityKit.Statistics;

namespace QualityKit.Tests.Calibration;

public sealed class MachineGateTests
{
    [Fact]
    public void A_gate_opens_when_the_lower_end_of_the_interval_passes_its_limit()
    {
        // Wilson (1927): 98 of 100 is 0.930 to 0.994, 95 of 100 is 0.888 to 0.978.
        Assert.True(new MachineGate().Decide("solved", Pairs(98, 100)).IsOpen);
        GateDecision shut = new MachineGate().Decide("solved", Pairs(95, 100));
        Assert.False(shut.IsOpen);
        Assert.Equal(0.95, shut.Share.Value!.Value, 12);
        Assert.Equal(0.8882, shut.Share.Interval!.Value.Lower, 4);
    }

    [Fact]
    public void Ten_answers_that_all_agree_open_nothing()
    {
        GateDecision decision = new MachineGate().Decide("solved", Pairs(10, 10));
        Assert.False(decision.IsOpen);
        Assert.Equal(40, decision.CasesNeeded);
        Assert.True(new MachineGate { LeastCases = 10, Limit = 0.7 }.Decide("solved", Pairs(10, 10)).IsOpen);
    }

    [Fact]
    public void How_many_more_are_needed_opens_the_gate_when_they_agree_as_often()
    {
        GateDecision shut = new MachineGate().Decide("solved", Pairs(95, 100));
        int all = 100 + shut.CasesNeeded!.Value;
        Assert.True(new MachineGate().Decide("solved", Pairs((int)(0.95 * all), all)).IsOpen);
        Assert.False(new MachineGate().Decide("solved", Pairs((int)(0.95 * (all - 20)), all - 20)).IsOpen);
    }

    [Fact]
    public void A_machine_that_agrees_too_seldom_never_opens_it()
    {
        Assert.Null(new MachineGate().Decide("solved", Pairs(80, 100)).CasesNeeded);
        Assert.Equal(0, new MachineGate().Decide("solved", Pairs(100, 100)).CasesNeeded);
    }

    [Fact]
    public void Without_answers_nothing_is_known()
    {
        GateDecision decision = new MachineGate().Decide("solved");
        Assert.False(decision.IsOpen);
        Assert.Equal(EstimateStatus.InsufficientData, decision.Share.Status);
        Assert.Equal(50, decision.CasesNeeded);
    }

    [Fact]
    public void Two_that_say_not_applicable_agree_and_one_that_does_differs()
    {
        GateDecision decision = new MachineGate().Decide("solved", (null, null), (100, null), ((Fraction?)0, 0));
        Assert.Equal((2, 3), (decision.Agreed.Successes, decision.Agreed.Trials));
    }

    [Fact]
    public void A_machine_that_always_says_yes_agrees_often_and_its_coefficient_says_that_it_means_nothing()
    {
        GateDecision decision = new MachineGate().Decide("solved", Enumerable.Range(0, 200).Select(i => ((Fraction?)100, (Fraction?)(i < 194 ? 100 : 0))));
        Assert.True(decision.IsOpen);
        Assert.True(decision.Agreement.Krippendorff.Value <= 0);
    }

    [Theory]
    [InlineData(0, 0.95, 50)]
    [InlineData(1, 0.95, 50)]
    [InlineData(0.9, 1, 50)]
    [InlineData(0.9, 0.95, 0)]
    public void Settings_outside_their_ranges_are_refused(double limit, double confidence, int least) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MachineGate { Limit = limit, Confidence = confidence, LeastCases = least }.Decide("solved", Pairs(1, 2)));

    private static IEnumerable<(Fraction? Machine, Fraction? Expert)> Pairs(int agree, int all) =>
        Enumerable.Range(0, all).Select(i => ((Fraction?)(i % 2 * 100), (Fraction?)((i < agree ? i : i + 1) % 2 * 100)));
}
