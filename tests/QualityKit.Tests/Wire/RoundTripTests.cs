using System.Globalization;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;
using Xunit;

namespace QualityKit.Tests.Wire;

public sealed class RoundTripTests
{
    private const int FirstSeed = 20260727;

    [Fact]
    [Trait("Size", "Large")]
    public void A_form_that_is_written_reads_back_as_the_same_form()
    {
        for (int seed = FirstSeed; seed < FirstSeed + 600; seed++)
        {
            string written = FormJson.WriteText(new DraftGenerator(seed).Form());
            Validated<FormDraft> read = FormJson.Read(written);

            Assert.True(read.IsValid, $"seed {seed}: {string.Join("; ", read.Issues)}");
            Assert.True(written == FormJson.WriteText(read.Value), $"seed {seed} reads back as another form");
            Assert.True(written == FormJson.WriteText(FormJson.Read(FormJson.WriteText(read.Value, indented: true)).Value), $"seed {seed} indented");
        }
    }

    [Theory]
    [InlineData("da-DK")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void The_bytes_do_not_depend_on_the_culture(string culture)
    {
        FormDraft form = new DraftGenerator(FirstSeed).Form();
        byte[] invariant = FormJson.Write(form);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal(invariant, FormJson.Write(form));
            Assert.Equal(invariant, FormJson.Write(FormJson.Read(invariant).Value));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
