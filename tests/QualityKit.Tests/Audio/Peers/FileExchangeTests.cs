using System.Runtime.InteropServices;
using QualityKit.Audio;

namespace QualityKit.Tests.Audio.Peers;

/// <summary>Files that sox and ffmpeg write are read, and ours by them, sample by sample.</summary>
[Trait("Size", "Large")]
public sealed class FileExchangeTests : IDisposable
{
    private static readonly AudioFormat[] Formats =
    [
        AudioFormat.Pcm(8000, 1), AudioFormat.Pcm(16000, 2), AudioFormat.Pcm(8000, 1, 8), AudioFormat.Pcm(8000, 3), AudioFormat.Pcm(48000, 2, 24), AudioFormat.Pcm(8000, 2, 32),
        AudioFormat.ALaw(8000, 1), AudioFormat.ALaw(8000, 2), AudioFormat.MuLaw(8000, 2), AudioFormat.MuLaw(8000, 3),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("qualitykit-audio-").FullName;

    public static TheoryData<int> All => [.. Enumerable.Range(0, Formats.Length)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [AudioPeerTheory]
    [MemberData(nameof(All))]
    public void What_we_write_others_read(int which)
    {
        string file = Write(Sound.Wave(Formats[which], Sound.Noise(Formats[which].Channels * 5001, which)));
        short[] ours = Sound.All(WaveReader.Open(new MemoryStream(File.ReadAllBytes(file))));

        Assert.Equal(ours, Raw(AudioPrograms.Run("sox", "-D", file, "-t", "raw", "-e", "signed", "-b", "16", "-L", "-")));
        Assert.Equal(ours, Raw(AudioPrograms.Run("ffmpeg", "-i", file, "-f", "s16le", "-")));
    }

    [AudioPeerTheory]
    [InlineData("-b", "16")]
    [InlineData("-b", "8", "-e", "unsigned")]
    [InlineData("-b", "24")]
    [InlineData("-b", "32")]
    [InlineData("-e", "a-law")]
    [InlineData("-e", "mu-law")]
    public void What_sox_writes_we_read(params string[] encoding)
    {
        foreach (int channels in new[] { 1, 2, 5 })
        {
            string made = Write(Sound.Wave(AudioFormat.Pcm(8000, channels), Sound.Noise(channels * 3333, channels)));
            string file = Path.Combine(_folder, "sox.wav");
            AudioPrograms.Run("sox", ["-D", made, .. encoding, file]);

            Assert.Equal(
                Raw(AudioPrograms.Run("sox", "-D", file, "-t", "raw", "-e", "signed", "-b", "16", "-L", "-")),
                Sound.All(WaveReader.Open(new MemoryStream(File.ReadAllBytes(file)))));
        }
    }

    [AudioPeerTheory]
    [InlineData("pcm_s16le", "never")]
    [InlineData("pcm_s16le", "always")]
    [InlineData("pcm_s24le", "always")]
    [InlineData("pcm_u8", "auto")]
    [InlineData("pcm_alaw", "always")]
    [InlineData("pcm_mulaw", "never")]
    public void What_ffmpeg_writes_we_read_also_from_a_pipe(string codec, string rf64)
    {
        string made = Write(Sound.Wave(AudioFormat.Pcm(8000, 2), Sound.Noise(20_002, 5)));
        string file = Path.Combine(_folder, "ffmpeg.wav");
        AudioPrograms.Run("ffmpeg", "-i", made, "-c:a", codec, "-rf64", rf64, "-metadata", "title=odd", file);
        byte[] piped = AudioPrograms.Run("ffmpeg", "-i", made, "-c:a", codec, "-f", "wav", "-").Output;
        short[] theirs = Raw(AudioPrograms.Run("ffmpeg", "-i", file, "-f", "s16le", "-"));

        Assert.Equal(theirs, Sound.All(WaveReader.Open(new MemoryStream(File.ReadAllBytes(file)))));
        WaveReader reader = WaveReader.Open(new ForwardStream(piped, 1000));
        Assert.Null(reader.DeclaredFrames);
        Assert.Equal(theirs, Sound.All(reader));
    }

    [AudioPeerTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Resampled_tones_are_those_of_sox(bool doubles)
    {
        int rate = doubles ? 8000 : 16000;
        short[] tones = new short[rate * 2];
        foreach (short[] tone in new[] { 312.5, 977, 1604, 2719, 3333 }.Select(hertz => Sound.Tone(tones.Length, hertz, rate, 5000)))
        {
            tones = [.. tones.Zip(tone, (sum, one) => (short)(sum + one))];
        }

        string file = Write(Sound.Wave(AudioFormat.Pcm(rate, 1), tones));
        short[] theirs = Raw(AudioPrograms.Run("sox", "-D", file, "-t", "raw", "-e", "signed", "-b", "16", "-L", "-", "rate", "-v", doubles ? "16000" : "8000"));
        WaveReader reader = WaveReader.Open(File.OpenRead(file));
        short[] ours = Sound.All(doubles ? ResampledAudio.Double(reader) : ResampledAudio.Halve(reader));

        Assert.Equal(theirs.Length, ours.Length);
        double difference = Math.Sqrt(ours.Zip(theirs, (one, other) => Math.Pow(one - other, 2)).Skip(1000).SkipLast(1000).Average()) / 32768;
        Assert.InRange(20 * Math.Log10(difference), double.NegativeInfinity, -85);
    }

    private static short[] Raw((byte[] Output, string Said) result) => MemoryMarshal.Cast<byte, short>(result.Output).ToArray();

    private string Write(byte[] bytes)
    {
        string file = Path.Combine(_folder, "ours.wav");
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
