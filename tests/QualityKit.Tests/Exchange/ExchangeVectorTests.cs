using System.Text.Json.Nodes;
using QualityKit.Exchange;
using QualityKit.Validation;

namespace QualityKit.Tests.Exchange;

public sealed class ExchangeVectorTests
{
    public static TheoryData<string> Names => [.. ExchangeVector.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_becomes_the_form_that_was_worked_out_and_says_every_loss(string name)
    {
        var vector = new ExchangeVector(name);
        if (Environment.GetEnvironmentVariable("QUALITYKIT_WRITE_VECTORS") == "1")
        {
            vector.Rewrite();
        }

        JsonObject found = ExchangeVector.Result(vector.Import());
        JsonNode expected = vector.Expected;

        Assert.NotEmpty(expected["provenance"]!.GetValue<string>());
        Assert.Equal(Lines(expected["issues"]), Lines(found["issues"]));
        Assert.Equal(Lines(expected["parts"]), Lines(found["parts"]));
        Assert.True(JsonNode.DeepEquals(expected["draft"], found["draft"]), found["draft"]?.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_loss_is_a_warning_with_its_words_filled_in(string name)
    {
        Validated<FormImport> import = new ExchangeVector(name).Import();

        Assert.All(import.Issues, issue => Assert.DoesNotMatch(@"\{[a-z]+\}", issue.Message));
        if (import.IsValid)
        {
            Assert.Equal(import.Value.Losses, import.Issues);
            Assert.All(import.Issues, issue => Assert.Equal(Severity.Warning, issue.Severity));
            Assert.All(import.Issues, issue => Assert.StartsWith("QK4", issue.Code, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Lines(JsonNode? lines) => lines!.AsArray().Select(line => line!.GetValue<string>());
}
