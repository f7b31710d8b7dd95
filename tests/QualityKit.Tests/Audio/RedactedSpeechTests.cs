using QualityKit.Audio;
using QualityKit.Privacy;
using QualityKit.Transcripts;

namespace QualityKit.Tests.Audio;

public sealed class RedactedSpeechTests
{
    // A number that no bank gave out, and that passes the check of card numbers.
    private const string Number = "4111 1111 1111 1111";

    private static readonly Transcript Call = new()
    {
        Id = new("t"),
        Interaction = new("call"),
        Utterances =
        [
            Said("1", 0, 4, "agent", 0, "Which card is it?"),
            Said("2", 5, 12, "customer", 1, $"It is {Number} I think"),
            Said("3", 13, 14, "agent", 0, "Thank you"),
        ],
    };

    [Fact]
    public void Without_times_of_words_the_whole_utterance_goes_on_every_channel()
    {
        RedactedSpeech speech = RedactedSpeech.Of(Redact(Call), []);

        Assert.Equal([Range(5, 12)], speech.Ranges.AsEnumerable());
        Assert.Empty(speech.Untimed);
    }

    [Fact]
    public void Times_of_words_give_the_number_alone()
    {
        Assert.Equal([Range(6, 9.5)], RedactedSpeech.Of(Redact(Call), Words()).Ranges.AsEnumerable());
    }

    [Fact]
    public void A_word_that_is_missing_between_others_goes_with_them()
    {
        Assert.Equal([Range(6, 9.5)], RedactedSpeech.Of(Redact(Call), Words().Where((_, place) => place != 3)).Ranges.AsEnumerable());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void A_word_that_is_missing_at_an_end_takes_the_whole_utterance(int missing)
    {
        Assert.Equal([Range(5, 12)], RedactedSpeech.Of(Redact(Call), Words().Where((_, place) => place != missing)).Ranges.AsEnumerable());
    }

    [Fact]
    public void The_channel_of_the_speaker_can_go_alone()
    {
        Assert.Equal([Range(5, 12) with { Channel = 1 }], RedactedSpeech.Of(Redact(Call), [], onlySpeaker: true).Ranges.AsEnumerable());
    }

    [Fact]
    public void Audio_that_begins_later_has_its_own_time()
    {
        Assert.Equal([Range(2, 9)], RedactedSpeech.Of(Redact(Call), [], TimeSpan.FromSeconds(3)).Ranges.AsEnumerable());
        Assert.Equal([Range(0, 2)], RedactedSpeech.Of(Redact(Call), [], TimeSpan.FromSeconds(10)).Ranges.AsEnumerable());
        Assert.Empty(RedactedSpeech.Of(Redact(Call), [], TimeSpan.FromSeconds(12)).Ranges);
    }

    [Fact]
    public void A_number_over_several_utterances_goes_from_all_of_them()
    {
        Transcript call = Call with
        {
            Utterances = [Said("1", 0, 2, "customer", 1, "4111 1111"), Said("2", 2, 3, "agent", 0, "Yes?"), Said("3", 4, 6, "customer", 1, "1111 1111")],
        };

        Assert.Equal([Range(0, 2), Range(4, 6)], RedactedSpeech.Of(Redact(call), []).Ranges.AsEnumerable());
    }

    [Fact]
    public void What_was_written_is_not_heard_and_is_named()
    {
        Transcript chat = Call with { Utterances = [Said("m", 3, 3, "customer", null, Number), Said("n", 3, 3, "customer", null, "hello")] };

        RedactedSpeech speech = RedactedSpeech.Of(Redact(chat), []);

        Assert.Empty(speech.Ranges);
        Assert.Equal(["m"], speech.Untimed.AsEnumerable());
        Assert.Empty(RedactedSpeech.Of(Redact(chat), [new() { Utterance = "m", Range = new(0, Number.Length), From = TimeSpan.Zero, Until = TimeSpan.FromSeconds(1) }]).Untimed);
    }

    [Fact]
    public void A_word_that_ends_before_it_begins_is_refused()
    {
        SpokenWord wrong = new() { Utterance = "2", Range = new(0, 1), From = TimeSpan.FromSeconds(2), Until = TimeSpan.FromSeconds(1) };

        Assert.Throws<ArgumentException>("words", () => RedactedSpeech.Of(Redact(Call), [wrong]));
    }

    [Fact]
    public void Transcript_and_audio_are_redacted_together()
    {
        byte[] before = Sound.Wave(AudioFormat.MuLaw(8000, 2), Sound.Noise(2 * 8000 * 15, 30));
        using var after = new MemoryStream();

        Redaction text = Redact(Call);
        var audio = AudioRedaction.Write(new MemoryStream(before), after, RedactedSpeech.Of(text, Words()).Ranges);

        Assert.Equal($"It is {new string(Redaction.Mark, Number.Length)} I think", text.Transcript.Utterances[1].Text);
        Assert.Equal([new(0, 47_200, 29_600), new(1, 47_200, 29_600)], audio.Redacted.AsEnumerable());
        after.Position = 0;
        Assert.True(audio.Check(new MemoryStream(before), after).IsRight);
    }

    private static Redaction Redact(Transcript transcript) => Redaction.Of(transcript, [CardNumberRedactor.Instance]);

    private static Utterance Said(string id, double from, double until, string speaker, int? channel, string text) =>
        new() { Id = id, From = TimeSpan.FromSeconds(from), Until = TimeSpan.FromSeconds(until), Speaker = speaker, Channel = channel, Text = text };

    private static AudioRange Range(double from, double until) => new() { From = TimeSpan.FromSeconds(from), Until = TimeSpan.FromSeconds(until) };

    // It is | 4111 | 1111 | 1111 | 1111 | I think: a word a second apart.
    private static IEnumerable<SpokenWord> Words()
    {
        (int Start, int Length)[] words = [(0, 2), (3, 2), (6, 4), (11, 4), (16, 4), (21, 4), (26, 1)];
        double[] from = [5, 5.5, 6, 7, 8, 9, 10];
        return words.Select((word, place) => new SpokenWord
        {
            Utterance = "2",
            Range = new(word.Start, word.Length),
            From = TimeSpan.FromSeconds(from[place]),
            Until = TimeSpan.FromSeconds(from[place] + 0.5),
        });
    }
}
