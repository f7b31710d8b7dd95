using System.Text.Json.Nodes;
using QualityKit.Exchange;
using QualityKit.Forms;
using QualityKit.Tests.Wire;
using QualityKit.Wire;

namespace QualityKit.Tests.Exchange;

public sealed class ExchangeRoundTripTests
{
    public static TheoryData<string> PlainDocuments => [.. ExchangeVector.Names.Where(name => name.EndsWith("-plain", StringComparison.Ordinal))];

    public static TheoryData<string> Formats => [.. ExchangeFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(PlainDocuments))]
    public void A_document_that_loses_nothing_comes_back_as_it_was(string name)
    {
        var vector = new ExchangeVector(name);
        FormImport import = vector.Import().Value;
        FormExport export = vector.Format.Export(import.Draft.Publish().Value);

        Assert.Empty(import.Losses);
        Assert.Empty(export.Losses);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(vector.Source), JsonNode.Parse(export.Text)), export.Text);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_came_through_once_comes_through_again_unchanged(string name)
    {
        ExchangeFormat format = ExchangeFormat.Named(name);
        for (int seed = 1; seed <= 300; seed++)
        {
            if (!new DraftGenerator(seed).Form().Publish().TryGetValue(out EvaluationForm? form)
                || !format.Import(format.Export(form).Text).Value.Draft.Publish().TryGetValue(out EvaluationForm? once))
            {
                continue;
            }

            FormDraft twice = format.Import(format.Export(once).Text).Value.Draft;
            FormDraft thrice = format.Import(format.Export(twice.Publish().Value).Text).Value.Draft;

            Assert.True(FormJson.WriteText(twice) == FormJson.WriteText(thrice), $"seed {seed}");
        }
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_culture()
    {
        EvaluationForm form = new ExportedForm("every-feature").Form;
        string[] before = [.. ExchangeFormat.All.Select(format => format.Export(form).Text)];
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("da-DK");

            Assert.Equal(before, ExchangeFormat.All.Select(format => format.Export(form).Text));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }
}
