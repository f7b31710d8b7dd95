using System.Text.Json;
using QualityKit.Canonical;
using QualityKit.Tests.Wire;
using QualityKit.Transcripts;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Transcripts;

public sealed class TranscriptTests
{
    private static readonly Transcript Full = Talks.Short with
    {
        Language = "en",
        Utterances = Talks.Short.Utterances.SetItem(0, Talks.Short.Utterances[0] with { Channel = 1, Confidence = 0.93m, Language = "en-GB" }),
    };

    [Fact]
    public void What_is_written_as_json_reads_back_to_the_same_bytes()
    {
        Transcript read = TranscriptJson.Read(TranscriptJson.Write(Full)).Value;

        Assert.Equal(Full.Utterances.ToArray(), read.Utterances.ToArray());
        Assert.Equal(TranscriptJson.WriteText(Full), TranscriptJson.WriteText(TranscriptJson.Read(TranscriptJson.WriteText(Full, indented: true)).Value));
        Assert.True(new JsonSchemaSubset(JsonDocument.Parse(TranscriptJson.Schema).RootElement).Accepts(JsonDocument.Parse(TranscriptJson.Write(Full)).RootElement));
    }

    [Theory]
    [InlineData("\"confidence\":0.93", "\"confidence\":1.1", IssueCodes.JsonNumberTooLarge, "/utterances/0/confidence")]
    [InlineData("\"id\":\"2\"", "\"id\":\"1\"", IssueCodes.IdTwice, "/utterances/1/id")]
    [InlineData("\"until\":4", "\"until\":1", IssueCodes.TimesReversed, "/utterances/1/until")]
    [InlineData("\"from\":3600", "\"from\":1", IssueCodes.UtterancesOutOfOrder, "/utterances/2/from")]
    public void What_is_wrong_with_json_is_named_with_its_place(string right, string wrong, string code, string pointer)
    {
        string json = TranscriptJson.WriteText(Full).Replace(right, wrong, StringComparison.Ordinal);

        Issue issue = Assert.Single(TranscriptJson.Read(json).Errors);

        Assert.Equal((code, pointer), (issue.Code, issue.Pointer));
        Assert.DoesNotContain("Anna", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_reported_at_once()
    {
        Transcript wrong = Talks.Of(Talks.Said("", 5, 4, null, "a"), Talks.Said("x", -1, 2, null, "b") with { Channel = -1 }) with { Id = new("") };

        Assert.Equal(
            ["/id", "/utterances/0/id", "/utterances/0/until", "/utterances/1/from", "/utterances/1"],
            wrong.Check().Errors.Select(issue => issue.Pointer));
    }

    [Fact]
    public void The_digest_changes_with_the_salt_and_with_every_word()
    {
        ContentRef reference = Full.Reference(new("0123456789abcdef"));

        Assert.Equal(reference, Full.Reference(new("0123456789abcdef")));
        Assert.NotEqual(reference.Digest, Full.Reference(new("0123456789abcdee")).Digest);
        Assert.NotEqual(reference.Digest, (Full with { Utterances = Full.Utterances.SetItem(2, Full.Utterances[2] with { Text = "By" }) }).Reference(new("0123456789abcdef")).Digest);
    }

    [Fact]
    public void No_text_form_prints_what_was_said()
    {
        Assert.Equal("transcript t-1 of 3 utterances", Full.ToString());
        Assert.Equal("utterance 1 of 20 characters", Full.Utterances[0].ToString());
    }
}
