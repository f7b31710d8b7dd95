using QualityKit.WaveFuzz;

namespace QualityKit.Tests.Audio;

/// <summary>A few of the files of <c>eng/fuzz-wave</c>.</summary>
public sealed class WaveFuzzTests
{
    [Fact]
    public void A_wrong_header_is_read_or_refused_as_documented_and_never_takes_long()
    {
        FuzzTally tally = FuzzTally.Run(1, 20_000);

        Assert.Equal([], tally.Faults);
        Assert.InRange(tally.Read, 3_000, 19_000);
        Assert.InRange(tally.CutShort, 500, tally.Read);
        // No mutation puts thousands of chunks into a file.
        Assert.Equal(10, tally.Refused.Count);
    }
}
