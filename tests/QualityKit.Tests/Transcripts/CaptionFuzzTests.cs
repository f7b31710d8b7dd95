using QualityKit.Transcripts;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Transcripts;

public sealed class CaptionFuzzTests
{
    private const int Seed = 20261129;

    private static readonly string[] Fragments =
    [
        "WEBVTT", "\n", "\r", "\r\n", "\n\n", "\0", "\uFEFF", "\ud800", "NOTE", "STYLE", "REGION", "-->", " --> ", "00:01.000", "00:02.000", "00:00:01,000", "99:59:59.999",
        "<v Anna>", "<v", "</v>", "<i>", "</", "<", ">", "&amp;", "&", "&#", "&#x110000;", ";", "{\\an8}", "{", "1", "words", "\t", " ", ":", ".", ",",
    ];

    [Fact]
    public void No_file_makes_reading_throw_and_what_is_read_keeps_its_rules()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 20_000; round++)
        {
            string file = (random.Next(2) == 0 ? "WEBVTT\n\n00:01.000 --> 00:02.000\n" : "") + string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Fragments[random.Next(Fragments.Length)]));

            Keeps(WebVtt.Read(file, new("t"), new("c")), round);
            Keeps(SubRip.Read(file, new("t"), new("c")), round);
        }
    }

    [Fact]
    public void Whatever_was_said_comes_back_from_a_file()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 5_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Fragments[random.Next(Fragments.Length)]));
            Transcript talk = Talks.Of(Talks.Said("1", random.Next(100_000) / 1000.0, 200, "Anna", text));

            Validated<Transcript> read = WebVtt.Read(WebVtt.Write(talk), talk.Id, talk.Interaction);

            Assert.True(read.Issues.IsEmpty, $"seed {Seed}, round {round}");
            Assert.Equal(Words(text), read.Value.Utterances.IsEmpty ? "" : Words(read.Value.Utterances[0].Text));
        }
    }

    [Fact]
    public void A_large_file_takes_time_in_proportion_to_its_length()
    {
        string tags = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + string.Concat(Enumerable.Repeat("<v A>&amp<i>", 50_000));

        Assert.NotEmpty(WebVtt.Read(tags, new("t"), new("c")).Value.Utterances);
        Assert.NotEmpty(SubRip.Read("1\n00:01 --> 00:02\n" + new string('<', 200_000), new("t"), new("c")).Value.Utterances);
    }

    private static void Keeps(Validated<Transcript> read, int round)
    {
        Assert.True(read.IsValid == read.Errors.IsEmpty, $"seed {Seed}, round {round}");
        if (read.TryGetValue(out Transcript? transcript))
        {
            Assert.True(transcript.Check().IsValid, $"seed {Seed}, round {round}");
            Assert.NotNull(TranscriptJson.WriteText(transcript));
        }
    }

    // A caption keeps words, not blank lines; and a NUL or half a character has no place in a file.
    private static string Words(string text) =>
        string.Concat(text.Replace('\0', '\uFFFD').Where(letter => !char.IsWhiteSpace(letter) && letter != '\uFEFF'));
}
