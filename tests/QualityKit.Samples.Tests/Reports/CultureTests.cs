using System.Globalization;

namespace QualityKit.Samples.Tests.Reports;

public sealed class CultureTests
{
    [Theory]
    [InlineData("da-DE")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void The_same_chats_give_the_same_bytes_in_every_culture(string culture)
    {
        byte[][] expected = Outputs();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Outputs());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static byte[][] Outputs() =>
    [
        ProgramRun.Of().OutputBytes,
        ProgramRun.Of("--csv", "-").OutputBytes,
        ProgramRun.Of("--json", "-").OutputBytes,
        System.Text.Encoding.UTF8.GetBytes(ProgramRun.Reading("{\"a\": 1, x}\n").Messages),
    ];
}
