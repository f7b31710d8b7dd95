using QualityKit.Transcripts;
using QualityKit.Validation;

namespace QualityKit.Tests.Transcripts;

public sealed class WebVttTests
{
    [Fact]
    public void What_is_written_reads_back()
    {
        string file = WebVtt.Write(Talks.Short);

        Assert.StartsWith("WEBVTT\n\n00:00:00.000 --> 00:00:02.500\n<v agent>Hello, this is Anna.\n\n", file, StringComparison.Ordinal);
        Assert.Equal(Talks.Short.Utterances.ToArray(), Read(file).Value.Utterances.ToArray());
        Assert.Empty(Read(file).Issues);
    }

    [Fact]
    public void A_file_as_the_standard_shows_it_is_read()
    {
        const string File = """
            WEBVTT - a file
            Kind: captions

            NOTE a comment
            of two lines

            STYLE
            ::cue { color: red }

            REGION
            id:fred

            1
            00:11.000 --> 00:13.000 vertical:rl align:start
            <v Roger Bingham>We are in <i.loud>New York</i> City</v>

            second
            00:13.000 --> 00:16.000
            <v.first.loud Neil &amp; Co>We&apos;re <00:14.000>actually <lang en>at</lang> the &lt;Lucern&gt;&nbsp;Hotel
            <v Roger Bingham>Two &#x1F600;&#8364; lines
            -- is it?
            100:00:00.001 --> 100:00:00.002
            without a blank line before
            """;

        (string? Speaker, string Text, TimeSpan From)[] said = [.. Read(File).Value.Utterances.Select(one => (one.Speaker, one.Text, one.From))];

        Assert.Equal(
            [
                ("Roger Bingham", "We are in New York City", TimeSpan.FromSeconds(11)),
                ("Neil & Co", "We're actually at the <Lucern>\u00A0Hotel", TimeSpan.FromSeconds(13)),
                ("Roger Bingham", "Two \U0001F600€ lines\n-- is it?", TimeSpan.FromSeconds(13)),
                (null, "without a blank line before", TimeSpan.FromHours(100) + TimeSpan.FromMilliseconds(1)),
            ],
            said);
        Assert.Empty(Read(File).Issues);
    }

    [Theory]
    [InlineData("\uFEFFWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nHi\r\nthere\r\n")]
    [InlineData("WEBVTT\tx\r\r00:01.000 --> 00:02.000\rHi\rthere")]
    [InlineData("WEBVTT\n00:01.000\t-->\t00:02.000\nHi\nthere\n\n\n\n")]
    [InlineData("WEBVTT\n\n00:01.000-->00:02.000\nHi\nthere")]
    public void Line_ends_and_marks_do_not_matter(string file)
    {
        Utterance said = Assert.Single(Read(file).Value.Utterances);

        Assert.Equal(("Hi\nthere", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), (said.Text, said.From, said.Until));
    }

    [Theory]
    [InlineData("", IssueCodes.WebVttHeader, 1)]
    [InlineData("WEBVTTX\n\n00:01.000 --> 00:02.000\nHi", IssueCodes.WebVttHeader, 1)]
    [InlineData("webvtt\n", IssueCodes.WebVttHeader, 1)]
    [InlineData("WEBVTT\n\n1:00.000 --> 00:02.000\nHi", IssueCodes.CueTimesUnreadable, 3)]
    [InlineData("WEBVTT\n\n00:60.000 --> 00:61.000\nHi", IssueCodes.CueTimesUnreadable, 3)]
    [InlineData("WEBVTT\n\n60:00.000 --> 61:00.000\nHi", IssueCodes.CueTimesUnreadable, 3)]
    [InlineData("WEBVTT\n\n00:01,000 --> 00:02,000\nHi", IssueCodes.CueTimesUnreadable, 3)]
    [InlineData("WEBVTT\n\nid\n00:01.00 --> 00:02.000\nHi", IssueCodes.CueTimesUnreadable, 4)]
    [InlineData("WEBVTT\n\n9999999:00:01.000 --> 9999999:00:02.000\nHi", IssueCodes.CueTimesUnreadable, 3)]
    [InlineData("WEBVTT\n\n00:02.000 --> 00:01.000\nHi", IssueCodes.CueTimesReversed, 3)]
    [InlineData("WEBVTT\n\nlost words\n", IssueCodes.TextWithoutCue, 3)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n<v Anna there", IssueCodes.CueTagUnclosed, 5)]
    public void What_would_lose_words_is_an_error_with_its_line(string file, string code, int line)
    {
        Issue issue = Assert.Single(Read(file).Errors);

        Assert.Equal((code, line), (issue.Code, issue.Arguments.Single(argument => argument.Name == "line").Value));
    }

    [Theory]
    [InlineData("WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na", IssueCodes.CueOutOfOrder, 6, "a|b")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\na <blink>b</blink>", IssueCodes.CueTagUnknown, 4, "a b")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nR&D &unknown; &#0;", IssueCodes.CueReferenceUnknown, 4, "R&D &unknown; &#0;")]
    public void What_loses_nothing_is_a_warning(string file, string code, int line, string text)
    {
        Validated<Transcript> read = Read(file);

        Assert.Equal(text, string.Join('|', read.Value.Utterances.Select(one => one.Text)));
        Assert.All(read.Issues, issue => Assert.Equal((code, Severity.Warning, line), (issue.Code, issue.Severity, issue.Arguments[0].Value)));
        Assert.NotEmpty(read.Issues);
    }

    [Fact]
    public void All_that_is_wrong_is_reported_at_once()
    {
        const string File = "WEBVTT\n\nx\n\n00:01 --> 00:02\nHi\n\n00:02.000 --> 00:01.000\nHi\n";

        Assert.Equal([3, 5, 8], Read(File).Errors.Select(issue => (int)issue.Arguments[0].Value));
    }

    [Fact]
    public void A_hostile_file_makes_a_bounded_list()
    {
        Validated<Transcript> read = Read("WEBVTT\n" + string.Concat(Enumerable.Repeat("\nx\n", 5000)));

        Assert.Equal(1001, read.Issues.Length);
        Assert.Equal((IssueCodes.JsonTooManyIssues, Severity.Error), (read.Issues[^1].Code, read.Issues[^1].Severity));
    }

    [Fact]
    public void Many_warnings_do_not_refuse_a_file_but_an_error_after_them_does()
    {
        string cue = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + string.Concat(Enumerable.Repeat("a & b\n", 2000));

        Assert.Single(Read(cue).Value.Utterances);
        Assert.Equal([Severity.Warning], Read(cue).Issues.Skip(1000).Select(issue => issue.Severity));
        Assert.Equal([Severity.Warning, Severity.Error], Read(cue + "\nlost\n\nlost\n").Issues.Skip(1000).Select(issue => issue.Severity));
        Assert.False(Read(cue + "\nlost\n").IsValid);
    }

    [Fact]
    public void A_message_without_length_is_shown_for_a_millisecond()
    {
        string file = WebVtt.Write(Talks.Of(Talks.Said("1", 1, 1, "", "Hi\n\n--> there\r\n")));

        Assert.Equal("WEBVTT\n\n00:00:01.000 --> 00:00:01.001\nHi\n--&gt; there\n", file);
        Assert.Equal("Hi\n--> there", Read(file).Value.Utterances[0].Text);
    }

    [Fact]
    public void Whatever_a_speaker_is_called_they_come_back()
    {
        string file = WebVtt.Write(Talks.Of(Talks.Said("1", 1, 2, "A & <B>\nC", "Hi"), Talks.Said("2", 3, 4, " ", "Ho")));

        Assert.Equal(["A & <B> C", null], Read(file).Value.Utterances.Select(one => one.Speaker));
    }

    private static Validated<Transcript> Read(string file) => WebVtt.Read(file, new("t-1"), new("call-1"));
}
