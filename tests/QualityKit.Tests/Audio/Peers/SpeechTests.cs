using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using QualityKit.Audio;
using QualityKit.Interactions;

namespace QualityKit.Tests.Audio.Peers;

/// <summary>Calls put together of synthesised speech, so that it is known when somebody speaks.</summary>
[Trait("Size", "Large")]
public sealed partial class SpeechTests : IDisposable
{
    private const int Rate = 8000;

    private static readonly string[] Sentences =
    [
        "Good morning, you are speaking with Anna, how can I help you today?", "Hello, I would like to know why my invoice is higher than last month.",
        "Let me have a look at that for you, one moment please.", "Thank you, I will wait.", "I have found it, there is an extra charge for a call abroad.",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("qualitykit-speech-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Each call has one dead air of a known place and two shorter silences, and one overlap.
    [AudioPeerTheory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 20)]
    [InlineData(4, 40)]
    [InlineData(5, 60)]
    public void Dead_air_and_overtalk_are_where_the_call_was_made_with_them(int seed, int noise)
    {
        var random = new Random(seed);
        short[][] spoken = [.. Sentences.Select((sentence, place) => Speak(sentence, place % 2 == 0 ? "en-us+f3" : "en-gb+m3", 140 + random.Next(40)))];
        short[][] call = [new short[Rate * 60], new short[Rate * 60]];
        int first = Put(call[0], spoken[0], 400);
        int second = Put(call[1], spoken[1], first + 4000);
        int third = Put(call[0], spoken[2], second + (4 * Rate));
        int deadAirUntil = third + (int)(Rate * (5.5 + random.NextDouble()));
        int fourth = Put(call[0], spoken[4], deadAirUntil);
        int overtalkFrom = deadAirUntil + (Rate / 2);
        int fifth = Put(call[1], spoken[3], overtalkFrom);
        short[] frames = Sound.Join([.. call.Select((channel, place) => Noisy(channel[..(fourth + Rate)], noise, seed + place))]);

        CallMeasures measures = LevelTrack.Of(WaveReader.Open(new MemoryStream(Sound.Wave(AudioFormat.Pcm(Rate, 2), frames)))).Measure();

        Stretch deadAir = Assert.Single(measures.DeadAir);
        Near(third, deadAir.From);
        Near(deadAirUntil, deadAir.Until);
        Assert.NotEmpty(measures.Overtalk);
        Near(overtalkFrom, measures.Overtalk[0].From, 0.3);
        Assert.InRange(measures.Overtalk[^1].Until.TotalSeconds, overtalkFrom / (double)Rate, (fifth / (double)Rate) + 0.1);
        Assert.True(measures.TalkShare(0) > measures.TalkShare(1));
    }

    [AudioPeerFact]
    public void Silence_is_about_where_ffmpeg_finds_it()
    {
        short[] first = Speak(Sentences[0], "en-us+f3", 160);
        short[] call = new short[Rate * 40];
        int end = Put(call, first, 0);
        int next = Put(call, Speak(Sentences[1], "en-us+f3", 160), end + (7 * Rate));
        string file = Path.Combine(_folder, "call.wav");
        File.WriteAllBytes(file, Sound.Wave(AudioFormat.MuLaw(Rate, 1), call[..next]));

        Stretch ours = Assert.Single(LevelTrack.Of(WaveReader.Open(new MemoryStream(File.ReadAllBytes(file)))).Measure().DeadAir);
        string said = AudioPrograms.Run("ffmpeg", "-i", file, "-af", "silencedetect=noise=-40dB:d=5", "-f", "null", "-").Said;

        Match match = Assert.Single(Found().Matches(said));
        Assert.Equal(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), ours.From.TotalSeconds, 0.1);
        Assert.Equal(double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), ours.Until.TotalSeconds, 0.1);
    }

    private static void Near(int frame, TimeSpan time, double seconds = 0.1) => Assert.Equal(frame / (double)Rate, time.TotalSeconds, seconds);

    private static int Put(short[] call, short[] speech, int from)
    {
        speech.CopyTo(call, from);
        return from + speech.Length;
    }

    private static short[] Noisy(short[] samples, int noise, int seed) =>
        noise == 0 ? samples : [.. samples.Zip(Sound.Noise(samples.Length, seed, noise), (sample, hiss) => (short)Math.Clamp(sample + hiss, short.MinValue, short.MaxValue))];

    // From the first to the last sample that is loud enough to count.
    private short[] Speak(string sentence, string voice, int speed)
    {
        string file = Path.Combine(_folder, "speech.wav");
        AudioPrograms.Run("espeak-ng", "-v", voice, "-s", speed.ToString(CultureInfo.InvariantCulture), "-w", file, sentence);
        short[] samples = MemoryMarshal.Cast<byte, short>(AudioPrograms.Run("sox", "-D", file, "-t", "raw", "-e", "signed", "-b", "16", "-L", "-r", "8000", "-", "gain", "-n", "-6").Output).ToArray();
        return samples[Array.FindIndex(samples, IsLoud)..(Array.FindLastIndex(samples, IsLoud) + 1)];

        static bool IsLoud(short sample) => Math.Abs((int)sample) > 328;
    }

    [GeneratedRegex(@"silence_start: ([\d.]+)[\s\S]*?silence_end: ([\d.]+)")]
    private static partial Regex Found();
}
