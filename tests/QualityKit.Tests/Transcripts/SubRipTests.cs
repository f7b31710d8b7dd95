using QualityKit.Transcripts;
using QualityKit.Validation;

namespace QualityKit.Tests.Transcripts;

public sealed class SubRipTests
{
    [Fact]
    public void A_file_is_written_as_players_expect_it() =>
        Assert.Equal(
            "1\n00:00:00,000 --> 00:00:02,500\nagent: Hello, this is Anna.\n\n"
            + "2\n00:00:02,000 --> 00:00:04,000\ncustomer: Hi & <thanks>\nfor calling\n\n"
            + "3\n01:00:00,000 --> 01:00:01,000\nBye\n\n",
            SubRip.Write(Talks.Short));

    [Fact]
    public void What_is_written_reads_back_with_the_speakers_in_the_text()
    {
        Transcript read = Read(SubRip.Write(Talks.Short), "en").Value;

        Assert.Equal(["agent: Hello, this is Anna.", "customer: Hi & <thanks>\nfor calling", "Bye"], read.Utterances.Select(one => one.Text));
        Assert.Equal(Talks.Short.Utterances.Select(one => (one.Id, one.From, one.Until)), read.Utterances.Select(one => (one.Id, one.From, one.Until)));
        Assert.Equal("en", read.Language);
    }

    [Theory]
    [InlineData("\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\nHi\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nBye\r\n")]
    [InlineData("00:00:01,000 --> 00:00:02,000\nHi\n\n00:00:03,000 --> 00:00:04,000\nBye")]
    [InlineData("7\n0:0:1.0 --> 00:02 X1:40 X2:600 Y1:20 Y2:50\n{\\an8}<i>Hi</i>\n3\n00:00:03 -->00:00:04,000000\n\n<font color=\"#fff\">Bye</font>\n\n\n")]
    [InlineData("\n\n1\n\n00:00:01,000 --> 00:00:02,000\n\nHi\n2\n00:00:03,000 --> 00:00:04,000\nBye\n3\n00:00:05,000 --> 00:00:06,000\n")]
    public void Sloppy_files_are_read(string file)
    {
        Validated<Transcript> read = Read(file);

        Assert.Empty(read.Issues);
        Assert.Equal(["Hi", "Bye"], read.Value.Utterances.Select(one => one.Text));
        Assert.Equal([1, 3], read.Value.Utterances.Select(one => one.From.TotalSeconds));
        Assert.Equal([2, 4], read.Value.Utterances.Select(one => one.Until.TotalSeconds));
    }

    [Fact]
    public void A_number_that_is_said_is_not_a_counter_where_there_are_none() =>
        Assert.Equal(["42", "Bye"], Read("00:01,0 --> 00:02,0\n42\n00:03,0 --> 00:04,0\nBye").Value.Utterances.Select(one => one.Text));

    [Fact]
    public void Signs_that_only_look_like_tags_are_words() =>
        Assert.Equal("a < b, <customer> {not} x > y <", Read("1\n00:00:01,000 --> 00:00:02,000\na < b, <customer> {not} x > y <").Value.Utterances[0].Text);

    [Theory]
    [InlineData("Hello\n\n1\n00:00:01,000 --> 00:00:02,000\nHi", IssueCodes.TextWithoutCue, 1)]
    [InlineData("\nno times at all", IssueCodes.TextWithoutCue, 2)]
    [InlineData("1\n00:00:01;000 --> 00:00:02,000\nHi", IssueCodes.CueTimesUnreadable, 2)]
    [InlineData("1\n00:00:01,000 -->\nHi", IssueCodes.CueTimesUnreadable, 2)]
    [InlineData("1\n00:00:03,000 --> 00:00:02,000\nHi", IssueCodes.CueTimesReversed, 2)]
    public void What_would_lose_words_is_an_error_with_its_line(string file, string code, int line)
    {
        Issue issue = Assert.Single(Read(file).Errors);

        Assert.Equal((code, line), (issue.Code, issue.Arguments.Single(argument => argument.Name == "line").Value));
    }

    [Fact]
    public void An_arrow_that_is_said_does_not_begin_a_subtitle() =>
        Assert.Single(Read(SubRip.Write(Talks.Of(Talks.Said("1", 1, 2, null, "menu --> settings")))).Value.Utterances);

    [Fact]
    public void An_empty_file_is_an_empty_transcript() => Assert.Empty(Read("").Value.Utterances);

    private static Validated<Transcript> Read(string file, string? language = null) => SubRip.Read(file, new("t-1"), new("call-1"), language);
}
