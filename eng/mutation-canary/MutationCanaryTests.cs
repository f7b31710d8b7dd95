using Xunit;

namespace QualityKit.Tests;

public sealed class MutationCanaryTests
{
    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void The_canary_dies_of_every_mutant(int number, bool expected) => Assert.Equal(expected, MutationCanary.IsOverTen(number));
}
