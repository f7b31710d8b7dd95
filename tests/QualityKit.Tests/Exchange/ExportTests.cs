using System.Text;
using System.Text.Json.Nodes;
using QualityKit.Exchange;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Exchange;

public sealed class ExportTests
{
    public static TheoryData<string, string> Exports
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string form in ExportedForm.Names)
            {
                foreach (ExchangeFormat format in ExchangeFormat.All)
                {
                    data.Add(form, format.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void A_form_becomes_the_document_that_was_worked_out_and_says_every_loss(string form, string format)
    {
        var vector = new ExportedForm(form);
        ExchangeFormat target = ExchangeFormat.Named(format);
        if (Environment.GetEnvironmentVariable("QUALITYKIT_WRITE_VECTORS") == "1")
        {
            vector.Rewrite(target);
        }

        JsonObject found = ExportedForm.Result(target.Export(vector.Form));

        Assert.Equal(vector.Expected(target)["losses"]!.AsArray().Select(loss => loss!.GetValue<string>()), found["losses"]!.AsArray().Select(loss => loss!.GetValue<string>()));
        Assert.True(JsonNode.DeepEquals(vector.Expected(target)["document"], found["document"]), found["document"]!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void No_feature_of_a_form_is_lost_unsaid(string form, string format)
    {
        var vector = new ExportedForm(form);
        ExchangeFormat target = ExchangeFormat.Named(format);
        FormExport whole = target.Export(vector.Form);
        string text = ExportedForm.Result(whole).ToJsonString();
        int compared = 0;
        var silent = new List<string>();

        foreach ((string pointer, string[] changed) in DocumentChanges.Of(vector.Json))
        {
            EvaluationForm[] others = [.. changed.Select(FormJson.ReadPublished).Where(read => read.IsValid).Select(read => read.Value).Where(other => other != vector.Form)];
            compared += others.Length;
            if (others.Length > 0 && !IsSaid(whole, pointer) && others.All(other => ExportedForm.Result(target.Export(other)).ToJsonString() == text))
            {
                silent.Add(pointer);
            }
        }

        Assert.Equal("", string.Join('\n', silent));
        Assert.InRange(compared, 25, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void What_was_exported_can_be_imported_and_published_unless_the_import_says_why_not(string form, string format)
    {
        ExchangeFormat target = ExchangeFormat.Named(format);
        Validated<FormImport> import = target.Import(target.Export(new ExportedForm(form).Form).Text);

        Assert.True(import.IsValid, string.Join('\n', import.Issues));
        Assert.NotEqual(import.Value.Draft.Publish().IsValid, import.Value.Losses.Any(loss => loss.Code == IssueCodes.ImportBreaksRule));
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void Every_loss_of_an_export_is_a_warning_with_its_words_filled_in(string form, string format)
    {
        FormExport export = ExchangeFormat.Named(format).Export(new ExportedForm(form).Form);

        Assert.All(export.Losses, loss => Assert.Equal(Severity.Warning, loss.Severity));
        Assert.All(export.Losses, loss => Assert.StartsWith("QK4", loss.Code, StringComparison.Ordinal));
        Assert.All(export.Losses, loss => Assert.DoesNotMatch(@"\{[a-z]+\}", loss.Message));
        Assert.Equal(export.Text, Encoding.UTF8.GetString(export.Utf8.AsSpan()));
    }

    // What is left out is named once, with all that it holds; keys are counted, and a method is named by its parts.
    // Of the one option of a single choice, any, all and exactly say the same.
    private static bool IsSaid(FormExport export, string pointer) =>
        pointer.EndsWith("/match", StringComparison.Ordinal)
        || export.Losses.Any(loss =>
            (loss.Code == IssueCodes.MemberLeftOut && pointer.StartsWith(loss.Pointer + "/", StringComparison.Ordinal))
            || (loss.Code == IssueCodes.KeysLeftOut && pointer.EndsWith("/key", StringComparison.Ordinal))
            || (loss.Code == IssueCodes.TranslationsLeftOut && pointer.StartsWith(loss.Pointer + "/translations/", StringComparison.Ordinal))
            || (loss.Code == IssueCodes.MethodDiffers && pointer.StartsWith("/method/", StringComparison.Ordinal))
            || (loss.Code == IssueCodes.ConditionLeftOut && pointer.StartsWith(loss.Pointer + "/", StringComparison.Ordinal))
            || (loss.Code == IssueCodes.TextMoved && pointer == loss.Pointer + "/key"));
}
