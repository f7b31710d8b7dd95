using System.Collections.Immutable;
using QualityKit.Privacy;
using QualityKit.Tests.Transcripts;
using QualityKit.Transcripts;

namespace QualityKit.Tests.Privacy;

public sealed class RedactionTests
{
    private static readonly CardNumberRedactor Cards = CardNumberRedactor.Instance;

    [Theory]
    [InlineData("it is 4111111111111111 thanks", "4111111111111111")]
    [InlineData("4111 1111 1111 1111", "4111 1111 1111 1111")]
    [InlineData("4111-1111 - 1111.1111!", "4111-1111 - 1111.1111")]
    [InlineData("378282246310005", "378282246310005")]
    [InlineData("30569309025904", "30569309025904")]
    [InlineData("4222222222222", "4222222222222")]
    [InlineData("6304000000000000000", "6304000000000000000")]
    [InlineData("99 4111111111111111 99", "4111111111111111")]
    [InlineData("\u0664\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661", "\u0664\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661")]
    [InlineData("4111\n1111\n1111\n1111", "4111\n1111\n1111\n1111")]
    public void A_card_number_is_found_however_it_is_written(string text, string card)
    {
        TextRange range = Assert.Single(Cards.Find(text));

        Assert.Equal(card, text.Substring(range.Start, range.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4111111111111112")]
    [InlineData("411111111111")]
    [InlineData("9111111111111111")]
    [InlineData("0000000000000000")]
    [InlineData("4111 1111, and then 1111 1111")]
    [InlineData("4111 1111    1111 1111")]
    [InlineData("call me on +45 12 34 56 78")]
    public void Other_numbers_are_left_alone(string text) => Assert.Empty(Cards.Find(text));

    [Fact]
    public void Two_numbers_are_two()
    {
        ImmutableArray<TextRange> found = Cards.Find("4111111111111111 and 5555555555554444");

        Assert.Equal([new(0, 16), new(21, 16)], found.ToArray());
    }

    [Fact]
    public void What_is_blacked_out_keeps_its_length_and_the_times_stay()
    {
        Transcript talk = Talks.Of(Talks.Said("1", 0, 5, "customer", "4111 1111 1111 1111, yes"));

        Redaction redaction = Redaction.Of(talk, [Cards]);

        Assert.Equal(new string(Redaction.Mark, 19) + ", yes", redaction.Transcript.Utterances[0].Text);
        Assert.Equal(talk.Utterances[0].Until, redaction.Transcript.Utterances[0].Until);
        Assert.Equal(new RedactedRange { Utterance = "1", Range = new(0, 19) }, Assert.Single(redaction.Ranges));
    }

    [Fact]
    public void A_number_read_out_over_several_utterances_is_one_number()
    {
        Transcript talk = Talks.Of(
            Talks.Said("1", 0, 1, "customer", "it is 4111 1111"), Talks.Said("2", 1, 2, "agent", "yes"), Talks.Said("3", 2, 3, "customer", "1111 1111 ok"));

        Redaction redaction = Redaction.Of(talk, [Cards]);

        Assert.Equal(["it is █████████", "yes", "█████████ ok"], redaction.Transcript.Utterances.Select(one => one.Text));
        Assert.Equal([("1", 6, 9), ("3", 0, 9)], redaction.Ranges.Select(one => (one.Utterance, one.Range.Start, one.Range.Length)));
    }

    [Fact]
    public void Two_speakers_never_make_one_number()
    {
        Transcript talk = Talks.Of(Talks.Said("1", 0, 1, "customer", "4111 1111"), Talks.Said("2", 1, 2, "agent", "1111 1111"));

        Assert.Empty(Redaction.Of(talk, [Cards]).Ranges);
    }

    [Fact]
    public void Stretches_that_overlap_or_touch_are_one()
    {
        Transcript talk = Talks.Of(Talks.Said("1", 0, 1, null, "0123456789"));

        Redaction redaction = Redaction.Of(talk, [Range("1", 6, 1), Range("1", 1, 3), Range("1", 2, 1), Range("1", 4, 1)]);

        Assert.Equal([new(1, 4), new(6, 1)], redaction.Ranges.Select(one => one.Range));
        Assert.Equal("0████5█789", redaction.Transcript.Utterances[0].Text);
    }

    [Theory]
    [InlineData("1", -1, 1)]
    [InlineData("1", 0, 0)]
    [InlineData("1", 9, 2)]
    [InlineData("1", 1, int.MaxValue)]
    [InlineData("2", 0, 1)]
    public void A_stretch_of_nothing_is_refused(string utterance, int start, int length) =>
        Assert.Throws<ArgumentException>(() => Redaction.Of(Talks.Of(Talks.Said("1", 0, 1, null, "0123456789")), [Range(utterance, start, length)]));

    [Fact]
    public void A_redactor_of_ones_own_takes_part()
    {
        Transcript talk = Talks.Of(Talks.Said("1", 0, 1, null, "my name is Bo"));

        Assert.Equal("my name is ██", Redaction.Of(talk, [Cards, new Names()]).Transcript.Utterances[0].Text);
    }

    private static RedactedRange Range(string utterance, int start, int length) => new() { Utterance = utterance, Range = new(start, length) };

    private sealed class Names : IRedactor
    {
        public ImmutableArray<TextRange> Find(string text) => [new(text.IndexOf("Bo", StringComparison.Ordinal), 2)];
    }
}
