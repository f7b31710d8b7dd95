using System.Text;
using QualityKit.Exchange;
using QualityKit.Tests.Wire;
using QualityKit.Validation;

namespace QualityKit.Tests.Exchange;

public sealed class ImportLimitTests
{
    private const int Seed = 20261122;

    public static TheoryData<string> Formats => [.. ExchangeFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_no_JSON_or_no_object_is_an_issue(string format)
    {
        Func<string, Validated<FormImport>> import = ExchangeFormat.Named(format).Import;

        Assert.Equal([IssueCodes.JsonMalformed], import("{").Issues.Select(issue => issue.Code));
        Assert.Equal([IssueCodes.JsonNotUtf8], import("\"\ud800\"").Issues.Select(issue => issue.Code));
        Assert.Equal([IssueCodes.JsonWrongKind], import("[]").Issues.Select(issue => issue.Code));
        Assert.Equal([IssueCodes.JsonTooDeep], import(new string('[', 200)).Issues.Select(issue => issue.Code));
        Assert.Equal([IssueCodes.JsonTooLarge], import(new string(' ', (16 * 1024 * 1024) + 1)).Issues.Select(issue => issue.Code));
        Assert.False(import("{}").IsValid);
    }

    [Fact]
    public void Bytes_are_read_as_text_is()
    {
        foreach (string name in ExchangeVector.Names)
        {
            var vector = new ExchangeVector(name);
            byte[] utf8 = Encoding.UTF8.GetBytes(vector.Source);
            Validated<FormImport> import = vector.Format.Name switch
            {
                "genesys" => GenesysCloudForm.Import(utf8),
                "connect" => AmazonConnectForm.Import(utf8),
                _ => FhirQuestionnaire.Import(utf8),
            };

            Assert.Equal(ExchangeVector.Result(vector.Import()).ToJsonString(), ExchangeVector.Result(import).ToJsonString());
        }
    }

    [Fact]
    public void A_form_beyond_the_limits_is_refused_and_not_built()
    {
        string question = """{ "text": "?", "answerOptions": [ { "text": "a", "value": 0 }, { "text": "b", "value": 1 } ] }""";
        string groups = string.Join(',', Enumerable.Repeat("""{ "name": "g", "weight": 1, "questions": [] }""", 1001));
        string questions = string.Join(',', Enumerable.Repeat(question, 10_001));

        Validated<FormImport> many = GenesysCloudForm.Import($$"""{ "name": "f", "questionGroups": [ {{groups}} ] }""");
        Validated<FormImport> @long = GenesysCloudForm.Import($$"""{ "name": "f", "questionGroups": [ { "name": "g", "weight": 1, "questions": [ {{questions}} ] } ] }""");

        Assert.Equal([IssueCodes.JsonTooManyGroups], many.Issues.Select(issue => issue.Code));
        Assert.Equal([IssueCodes.JsonTooManyQuestions], @long.Issues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData("\u0660", "0", "0")]
    [InlineData("0", "\u0966", "0")]
    [InlineData("0", "0", "\uff10")]
    [InlineData("0", "0", "9999999")]
    public void A_place_that_is_no_number_of_a_few_plain_digits_leads_nowhere(string group, string question, string answer)
    {
        const string YesNo = """[ { "text": "Yes", "value": 1 }, { "text": "No", "value": 0 } ]""";

        Validated<FormImport> import = GenesysCloudForm.Import($$"""
            { "name": "f", "questionGroups": [ { "name": "g", "weight": 1, "questions": [ { "text": "One?", "answerOptions": {{YesNo}} },
              { "text": "Two?", "answerOptions": {{YesNo}}, "visibilityCondition": { "predicates": [ "/form/questionGroup/{{group}}/question/{{question}}/answer/{{answer}}" ] } } ] } ] }
            """);

        Assert.Equal([IssueCodes.NothingLeftOfCondition, IssueCodes.ReferenceLeadsNowhere], import.Value.Losses.Select(loss => loss.Code));
    }

    [Fact]
    public void More_losses_than_are_listed_are_counted_once()
    {
        string unknown = string.Join(',', Enumerable.Range(0, 10_001).Select(number => $"\"x{number}\": 1"));

        Validated<FormImport> import = GenesysCloudForm.Import($$"""{ {{unknown}}, "name": "f", "questionGroups": [] }""");

        Assert.Equal(10_001, import.Value.Losses.Length);
        Assert.Single(import.Value.Losses, loss => loss.Code == IssueCodes.TooManyLosses);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_change_of_a_document_makes_importing_throw(string format)
    {
        var random = new Random(Seed);
        byte[][] documents = [.. ExchangeVector.Names.Where(name => name.StartsWith(format, StringComparison.Ordinal)).Select(name => Encoding.UTF8.GetBytes(new ExchangeVector(name).Source))];
        string[] fragments = ["null", "true", "{}", "[]", "\"\"", "-1", "1e27", "\"AND\"", "[[", "{\"a\":", "-0.5", "9999999999"];
        ExchangeFormat target = ExchangeFormat.Named(format);
        for (int round = 0; round < 1_000; round++)
        {
            List<byte> bytes = [.. documents[round % documents.Length]];
            int position = random.Next(bytes.Count);
            string text = Encoding.UTF8.GetString([.. bytes]);
            int colon = text.IndexOf(": ", position % text.Length, StringComparison.Ordinal);
            int end = colon < 0 ? -1 : text.IndexOfAny([',', '}', '\n'], colon);
            string changed = end < 0 || round % 4 == 0
                ? text.Remove(position % text.Length, 1)
                : text[..(colon + 2)] + fragments[random.Next(fragments.Length)] + text[end..];

            Validated<FormImport> import = target.Import(changed);

            Assert.True(import.IsValid == import.Errors.IsEmpty, $"round {round}");
            if (import.IsValid && import.Value.Draft.Publish().TryGetValue(out QualityKit.Forms.EvaluationForm? form))
            {
                Assert.All(ExchangeFormat.All, other => Assert.NotEmpty(other.Export(form).Text));
            }
        }
    }

    [Fact]
    public void Nothing_is_no_document_and_no_form()
    {
        Assert.All(ExchangeFormat.All, format => Assert.Throws<ArgumentNullException>(() => format.Import(null!)));
        Assert.All(ExchangeFormat.All, format => Assert.Throws<ArgumentNullException>(() => format.Export(null!)));
    }

    [Fact]
    public void Every_code_of_exchanging_forms_has_a_vector_or_a_test_of_its_own()
    {
        string all = string.Concat(Directory.GetFiles(RepositoryFile.Path("tests/vectors"), "*.json", SearchOption.AllDirectories)
            .Where(path => path.Contains("exchange", StringComparison.Ordinal)).Select(File.ReadAllText));

        Assert.All(
            MessageCatalogue.English.Codes.Where(code => code.StartsWith("QK4", StringComparison.Ordinal)).Except([IssueCodes.TooManyLosses]),
            code => Assert.Contains(code, all, StringComparison.Ordinal));
    }
}
