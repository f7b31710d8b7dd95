using System.Text;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;
using QualityKit.Wire;
using Xunit;

namespace QualityKit.Tests.Wire;

public sealed class FormJsonTests
{
    private static readonly FormDraft Least = new() { Key = "k", Name = "n" };

    [Theory]
    [InlineData("full-form.json", "f160e8db9514e4ca63dec03154dbd7fd122daadd0c1f010924ea8e7a6585b3bd")]
    [InlineData("second-form.json", "713962505327aa1d136ee953540786cc1d3d2e7f383f539a08e644290b97b3ae")]
    public void A_form_that_uses_every_member_keeps_its_bytes_and_its_id(string file, string id)
    {
        string text = File.ReadAllText(RepositoryFile.Path("tests/vectors/json/" + file)).TrimEnd('\n');

        FormDraft form = FormJson.Read(text).Value;

        Assert.Equal(text, FormJson.WriteText(form));
        Assert.Equal(Encoding.UTF8.GetBytes(text), FormJson.Write(form));
        Assert.Equal(id, new EvaluationForm(form).Id.Value);
    }

    [Fact]
    public void An_unknown_member_is_reported_with_its_pointer()
    {
        Issue issue = Assert.Single(FormJson.Read("""{"format":"qualitykit.form/1","key":"k","name":"n","groups":[],"colour":1}""").Issues);

        Assert.Equal("QK3020 at /colour: the format has no member `colour` here", issue.ToString());
    }

    [Fact]
    public void A_misspelt_member_is_reported_with_the_name_that_was_meant()
    {
        Issue issue = Assert.Single(FormJson.Read("""{"format":"qualitykit.form/1","key":"k","name":"n","groups":[],"desciption":"d"}""").Issues);

        Assert.Equal("the format has no member `desciption` here; did you mean `description`?", issue.Message);
    }

    [Theory]
    [InlineData("{\n  \"key\": tru\n}", "the text is not well-formed JSON; it goes wrong at line 2, position 13")]
    [InlineData("{\"æøå\": ]", "the text is not well-formed JSON; it goes wrong at line 1, position 9")]
    [InlineData("", "the text is not well-formed JSON; it goes wrong at line 1, position 1")]
    public void Malformed_text_is_reported_with_line_and_position(string text, string message) =>
        Assert.Equal(message, Assert.Single(FormJson.Read(text).Issues).Message);

    [Fact]
    public void Half_a_surrogate_pair_is_reported_with_line_and_position()
    {
        Assert.Equal("the text is not valid Unicode at line 2, position 7", Assert.Single(FormJson.Read("{\n\"a\": \"\ud83d\"}").Issues).Message);
        Assert.Equal("the text is not valid Unicode at line 1, position 1", Assert.Single(FormJson.Read("\ude00").Issues).Message);
        Assert.Equal("the text is not valid Unicode at line 1, position 3", Assert.Single(FormJson.Read("\ud83d\ude00\ud83d").Issues).Message);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_reported_with_line_and_position() =>
        Assert.Equal(
            "the text is not valid Unicode at line 2, position 3",
            Assert.Single(FormJson.Read([(byte)'{', (byte)'\n', (byte)'"', 0xC3, 0xA6, 0xE6, (byte)'"']).Issues).Message);

    [Theory]
    [InlineData("""{"key":1}""", "the value must be `string` and is `number`")]
    [InlineData("""{"name":true}""", "the value must be `string`, `object` and is `boolean`")]
    [InlineData("""{"version":0}""", "`0` is less than `1`, the least allowed")]
    [InlineData("""{"method":{"digits":9}}""", "`9` is more than `6`, the most allowed")]
    [InlineData("""{"method":{"failure":"x"}}""", "`x` is not among the allowed values: `zero`, `outcomeOnly`")]
    [InlineData("""{"method":{"scale":5}}""", "`scale` goes only with `value` `ofFixedScale`")]
    [InlineData("""{"method":{"value":"ofFixedScale"}}""", "the member `scale` is missing, which `value` `ofFixedScale` needs")]
    [InlineData("""{"method":{"leastAnswersEffect":"warning"}}""", "`leastAnswersEffect` goes only with `leastAnswers`")]
    [InlineData("""{"method":{"dropLowest":1,"keepHighest":1}}""", "these members exclude each other: `dropLowest`, `keepHighest`")]
    [InlineData("""{"method":{"keepLowest":1,"keepMiddle":true,"keepMostFrequent":true}}""", "these members exclude each other: `keepLowest`, `keepMiddle`, `keepMostFrequent`")]
    [InlineData("""{"method":{"keepMiddle":false}}""", "`false` is not among the allowed values: `true`")]
    [InlineData("""{"method":{"keepLowest":0}}""", "`0` is less than `1`, the least allowed")]
    [InlineData("""{"bands":[{"name":"x"}]}""", "one of these members is needed: `minimum`, `top`")]
    [InlineData("""{"format":"qualitykit.form/3"}""", "`qualitykit.form/3` is newer than this version can read; it reads `qualitykit.form/1`")]
    public void An_issue_says_what_is_expected(string json, string message) =>
        Assert.Contains(message, FormJson.Read(json).Issues.Select(issue => issue.Message));

    [Fact]
    public void A_long_value_is_cut_short_in_a_message()
    {
        string key = new string('a', 56) + "\U0001F600" + new string('b', 1000);

        Issue issue = Assert.Single(FormJson.Read($$"""{"format":"qualitykit.form/1","key":"{{key}}","name":"n","groups":[]}""").Issues);

        Assert.StartsWith($"`{new string('a', 56)}...` is not a key", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_message_of_reading_is_there_in_every_language()
    {
        string[] codes = [.. MessageCatalogue.English.Codes.Where(code => code.StartsWith("QK3", StringComparison.Ordinal))];

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.NotNull(MessageCatalogue.Danish.Template(code)));
        Assert.All(codes, code => Assert.NotNull(MessageCatalogue.German.Template(code)));
    }

    [Fact]
    public void Every_message_of_reading_is_in_the_list_of_codes()
    {
        string list = File.ReadAllText(RepositoryFile.Path("docs/issue-codes.md"));

        Assert.All(
            MessageCatalogue.English.Codes.Where(code => code.StartsWith("QK3", StringComparison.Ordinal)),
            code => Assert.Contains($"| {code} | {MessageCatalogue.English.Template(code)} |", list, StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_that_are_the_same_number_give_the_same_bytes()
    {
        FormDraft one = Least.Group(new Group { Key = "g", Title = "G", Weight = 2.50m });
        FormDraft other = Least.Group(new Group { Key = "g", Title = "G", Weight = 2.5m });

        Assert.Equal(FormJson.Write(one), FormJson.Write(other));
        Assert.Contains("\"weight\":2.5,", FormJson.WriteText(one), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.0", null)]
    [InlineData("-0.0", "0")]
    [InlineData("1e2", "100")]
    [InlineData("1.50E+1", "15")]
    [InlineData("25e-1", "2.5")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("1e27", "1000000000000000000000000000")]
    [InlineData("100000000000000000000000000000e-5", "1000000000000000000000000")]
    public void A_number_is_taken_exactly_and_written_plainly(string written, string? canonical)
    {
        FormDraft form = FormJson.Read($$"""{"format":"qualitykit.form/1","key":"k","name":"n","groups":[{"key":"g","title":"G","weight":{{written}},"items":[]}]}""").Value;

        string weight = canonical is null ? "" : $"\"weight\":{canonical},";
        Assert.Equal($$"""{"format":"qualitykit.form/1","key":"k","name":"n","groups":[{"key":"g","title":"G",{{weight}}"items":[]}]}""", FormJson.WriteText(form));
    }

    [Fact]
    public void Defaults_that_are_written_out_are_left_out_of_the_canonical_form()
    {
        const string Written = """
            {"format":"qualitykit.form/1","key":"k","version":1,"name":{"text":"n"},"language":"en","links":[],"bands":[],"rules":[],
             "method":{"semantics":1,"value":"ofMaximum","combination":"groupWeights","within":"questionWeights","notApplicable":"staysInGroup",
                       "unanswered":"asNotApplicable","failure":"zero","bonus":"toEarned","capAtFull":false,"floorAtZero":false,
                       "critical":"weighted","digits":2,"midpoint":"awayFromZero"},
             "settings":{"acknowledgement":false,"revisions":true},
             "groups":[{"type":"group","key":"g","title":"G","weight":1,"allowsNotApplicable":false,"bands":[],"items":[
               {"type":"choice","key":"q","text":"Q","weight":1.0,"allowsNotApplicable":false,"required":true,"comment":"never","critical":false,
                "fatal":false,"bonus":false,"failureScope":"form","excluded":false,"tags":[],
                "options":[{"key":"a","text":"A","points":0,"commentRequired":false,"bonus":false}]},
               {"type":"number","key":"n","text":"N","step":1,"ranges":[]},
               {"type":"text","key":"t","text":"T","required":false,"maxLength":4000,"default":{"notApplicable":true}}]}]}
            """;

        Assert.Equal(
            """{"format":"qualitykit.form/1","key":"k","name":"n","groups":[{"key":"g","title":"G","items":[{"type":"choice","key":"q","text":"Q","options":[{"key":"a","text":"A"}]},{"type":"number","key":"n","text":"N","ranges":[]},{"type":"text","key":"t","text":"T","default":"notApplicable"}]}]}""",
            FormJson.WriteText(FormJson.Read(Written).Value));
    }

    [Fact]
    public void Disputes_with_nothing_said_are_not_the_same_as_no_disputes()
    {
        FormDraft disputed = FormJson.Read("""{"format":"qualitykit.form/1","key":"k","name":"n","settings":{"disputes":{"maximum":1,"windowDays":30,"assignees":["original"]}},"groups":[]}""").Value;

        Assert.Contains("\"settings\":{\"disputes\":{}}", FormJson.WriteText(disputed), StringComparison.Ordinal);
        Assert.Equal(DisputeAssignee.Original, Assert.Single(FormJson.Read(FormJson.Write(disputed)).Value.Settings.Disputes!.Assignees));
    }

    [Fact]
    public void A_text_keeps_its_translations_in_whatever_order_they_come()
    {
        FormDraft form = FormJson.Read("""{"format":"qualitykit.form/1","key":"k","name":{"translations":{"de":"d","da":"a"},"text":"n"},"groups":[]}""").Value;

        Assert.Equal("""{"format":"qualitykit.form/1","key":"k","name":{"text":"n","translations":{"da":"a","de":"d"}},"groups":[]}""", FormJson.WriteText(form));
    }

    [Fact]
    public void Texts_that_differ_in_half_a_surrogate_pair_give_different_bytes()
    {
        string[] names = ["\ud800", "\ud801", "\udc00", "\ufffd", "\\ud800", "\ud800\udc00", "\udc00\ud800"];

        Assert.Equal(names.Length, names.Select(name => FormJson.WriteText(Least with { Name = name })).Distinct().Count());
        Assert.Contains("\"name\":\"\\ud800\"", FormJson.WriteText(Least with { Name = "\ud800" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_quotes_backslashes_and_control_characters_are_escaped() =>
        Assert.Contains(
            "\"name\":\"\\\"\\\\/<>&'+\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u00e6\u2028\U0001F600\U0010FFFF\"",
            FormJson.WriteText(Least with { Name = "\"\\/<>&'+\b\t\n\f\r\0\u001f\u007f\u00e6\u2028\U0001F600\U0010FFFF" }),
            StringComparison.Ordinal);

    [Fact]
    public void A_mark_without_a_finite_decimal_is_still_written_exactly()
    {
        FormDraft form = Least with { Pass = new() { Mark = Score.Share(Fraction.Of(2, 3)), QuestionMinimum = new Score(Fraction.From(1e28m), ScoreUnit.Grade) } };

        Assert.Contains("\"pass\":{\"mark\":{\"percent\":\"200/3\"},\"questionMinimum\":{\"grade\":\"10000000000000000000000000000\"}}", FormJson.WriteText(form), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_no_enumeration_defines_is_still_told_apart() =>
        Assert.Contains("\"failure\":99", FormJson.WriteText(Least.ScoredBy(new() { Failure = (FailureEffect)99 })), StringComparison.Ordinal);

    [Fact]
    public void Indented_text_reads_back_as_the_same_form()
    {
        string text = File.ReadAllText(RepositoryFile.Path("tests/vectors/json/full-form.json")).TrimEnd('\n');

        string indented = FormJson.WriteText(FormJson.Read(text).Value, indented: true);

        Assert.StartsWith("{\n  \"format\": \"qualitykit.form/1\",\n  \"key\"", indented, StringComparison.Ordinal);
        Assert.Equal(text, FormJson.WriteText(FormJson.Read(indented).Value));
    }

    [Fact]
    public void A_published_form_is_written_as_the_bytes_that_its_id_is_the_hash_of()
    {
        EvaluationForm form = new(FormJson.Read(File.ReadAllText(RepositoryFile.Path("tests/vectors/json/full-form.json"))).Value);

        Assert.Equal(form.CanonicalBytes, FormJson.Write(form));
        Assert.Equal(Encoding.UTF8.GetString(form.CanonicalBytes.AsSpan()), FormJson.WriteText(form));
        Assert.Equal(form, new EvaluationForm(FormJson.Read(FormJson.WriteText(form, indented: true)).Value));
    }

    [Fact]
    public void A_form_that_was_read_can_be_published_at_once()
    {
        FormDraft draft = EvaluationForm.Draft("Support call").Group("Opening", 20, Ask.YesNo("greeting", "Greeted the customer?"));

        Assert.Equal(draft.Publish().Value, FormJson.ReadPublished(FormJson.Write(draft)).Value);
        Assert.Equal(draft.Publish().Value, FormJson.ReadPublished(FormJson.WriteText(draft)).Value);
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_not_published()
    {
        Assert.False(FormJson.ReadPublished("{}").IsValid);
        Assert.Equal(IssueCodes.JsonMalformed, Assert.Single(FormJson.ReadPublished("[").Issues).Code);
        Assert.Equal(FormJson.Read("[1]").Issues.Single().ToString(), FormJson.ReadPublished("[1]"u8).Issues.Single().ToString());
    }

    [Fact]
    public void A_superfluous_member_does_not_keep_a_form_from_being_checked_as_well()
    {
        FormDraft draft = EvaluationForm.Draft("Support call");
        string json = FormJson.WriteText(draft).Replace("\"groups\"", "\"xyzzy\":1,\"groups\"", StringComparison.Ordinal);

        string[] expected = ["QK3020", .. draft.Check().Select(issue => issue.Code)];
        Assert.Equal(expected, FormJson.ReadPublished(json).Issues.Select(issue => issue.Code));
        Assert.False(FormJson.ReadPublished(json).IsValid);
    }
}
