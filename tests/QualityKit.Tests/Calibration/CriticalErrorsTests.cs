using QualityKit.Calibration;

namespace QualityKit.Tests.Calibration;

public sealed class CriticalErrorsTests
{
    private static readonly CriticalErrors Errors = new() { Found = 9, OverMarked = 3, Missed = 4, Clean = 104 };

    [Fact]
    public void Clean_calls_are_left_unmarked_or_not()
    {
        Assert.Equal(104 / 107.0, Errors.Specificity);
        Assert.Equal(1, Errors.Specificity!.Value + Errors.OverMarkRate!.Value, 15);
    }

    [Fact]
    public void The_balanced_accuracy_is_midway_between_sensitivity_and_specificity()
    {
        // (9/13 + 104/107) / 2 = (963 + 1352) / 2782.
        Assert.Equal(2315 / 2782.0, Errors.BalancedAccuracy!.Value, 15);
    }

    [Fact]
    public void The_correlation_is_that_of_Matthews()
    {
        // 9 x 104 - 3 x 4 over the root of 12 x 13 x 107 x 108.
        Assert.Equal(924 / Math.Sqrt(1_802_736), Errors.Correlation!.Value, 15);
        Assert.Equal(-1, new CriticalErrors { Found = 0, OverMarked = 5, Missed = 2, Clean = 0 }.Correlation!.Value, 15);
    }
}
