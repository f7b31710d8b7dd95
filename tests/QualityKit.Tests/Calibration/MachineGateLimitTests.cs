using QualityKit.Calibration;
using QualityKit.Methods;
using QualityKit.Statistics;

namespace QualityKit.Tests.Calibration;

public sealed class MachineGateLimitTests
{
    [Theory]
    [InlineData(0, 0.95, 50, "Limit")]
    [InlineData(1, 0.95, 50, "Limit")]
    [InlineData(0.9, 0, 50, "Confidence")]
    [InlineData(0.9, 1, 50, "Confidence")]
    [InlineData(0.9, 0.95, 0, "LeastCases")]
    public void A_setting_out_of_its_range_is_named(double limit, double confidence, int least, string setting)
    {
        var gate = new MachineGate { Limit = limit, Confidence = confidence, LeastCases = least };

        Assert.Equal(setting, Assert.Throws<ArgumentOutOfRangeException>(() => gate.Decide("solved", Pairs(1, 2))).ParamName);
    }

    [Fact]
    public void A_limit_that_is_just_reached_opens_the_gate_and_nothing_more_is_needed()
    {
        double reached = SampleShare.Of(95, 100).Interval().Interval!.Value.Lower;

        GateDecision open = new MachineGate { Limit = reached }.Decide("solved", Pairs(95, 100));
        GateDecision shut = new MachineGate { Limit = Math.BitIncrement(reached) }.Decide("solved", Pairs(95, 100));

        Assert.Equal((true, 0), (open.IsOpen, open.CasesNeeded));
        Assert.False(shut.IsOpen);
        Assert.True(shut.CasesNeeded > 0);
    }

    [Fact]
    public void As_many_more_are_needed_as_just_reach_the_limit()
    {
        // 60 of 60 that agree just reach it, 59 of 59 do not, and 30 are there.
        double reached = SampleShare.Of(60, 60).Interval().Interval!.Value.Lower;

        Assert.Equal(30, new MachineGate { Limit = reached, LeastCases = 1 }.Decide("solved", Pairs(30, 30)).CasesNeeded);
        Assert.Equal(31, new MachineGate { Limit = Math.BitIncrement(reached), LeastCases = 1 }.Decide("solved", Pairs(30, 30)).CasesNeeded);
        Assert.Equal(70, new MachineGate { Limit = reached, LeastCases = 100 }.Decide("solved", Pairs(30, 30)).CasesNeeded);
    }

    [Fact]
    public void Agreement_is_counted_in_whole_answers()
    {
        // 0.29 times 200 is 57.99 in binary: 58 of 200 pass what 57 of 200 just do not.
        double missed = SampleShare.Of(57, 200).Interval().Interval!.Value.Lower;

        Assert.Equal(100, new MachineGate { Limit = Math.BitIncrement(missed), LeastCases = 200 }.Decide("solved", Pairs(29, 100)).CasesNeeded);
    }

    [Fact]
    public void Whoever_agrees_as_often_as_the_limit_or_less_never_reaches_it()
    {
        Assert.Null(new MachineGate { Limit = 0.5 }.Decide("solved", Pairs(50, 100)).CasesNeeded);
        Assert.Null(new MachineGate { Limit = 0.5 }.Decide("solved", Pairs(5, 10)).CasesNeeded);
        Assert.Null(new MachineGate { Limit = 0.5 }.Decide("solved", Pairs(0, 50)).CasesNeeded);

        // One in a hundred more does, far off: about 9.5 thousand.
        Assert.InRange(new MachineGate { Limit = 0.5 }.Decide("solved", Pairs(51, 100)).CasesNeeded!.Value, 9_000, 10_000);
    }

    [Fact]
    public void Without_an_answer_as_many_are_needed_as_there_must_be() =>
        Assert.Equal((7, 1), (new MachineGate { LeastCases = 7 }.Decide("solved").CasesNeeded, new MachineGate { LeastCases = 1 }.Decide("solved").CasesNeeded));

    private static IEnumerable<(Fraction? Machine, Fraction? Expert)> Pairs(int agree, int all) =>
        Enumerable.Range(0, all).Select(i => ((Fraction?)(i % 2 * 100), (Fraction?)((i < agree ? i : i + 1) % 2 * 100)));
}
