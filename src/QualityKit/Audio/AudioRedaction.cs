using System.Collections.Immutable;

namespace QualityKit.Audio;

/// <summary>Audio with ranges replaced by silence or a tone. The time line stays; everything else is the same to the last bit; of what the file said of itself only the format stays.</summary>
/// <remarks>It makes a new file and cannot take the old one back: that has to be shredded, with all that was derived from it.</remarks>
public sealed class AudioRedaction
{
    private const int BufferBytes = 32768;

    private readonly RedactionFill _fill;

    private AudioRedaction(AudioFormat format, long frames, RedactionFill fill)
    {
        _fill = fill;
        Format = format;
        Frames = frames;
        Redacted = fill.Within(frames);
    }

    /// <summary>The format of the file before and after.</summary>
    public AudioFormat Format { get; }

    /// <summary>How many frames it has.</summary>
    public long Frames { get; }

    /// <summary>What was redacted, margins included, merged, by channel and place.</summary>
    public ImmutableArray<RedactedFrames> Redacted { get; }

    /// <summary>Reads WAVE audio and writes it with ranges replaced, in the same encoding.</summary>
    /// <param name="source">The audio as it was.</param>
    /// <param name="target">Where to write; see <see cref="WaveWriter"/>.</param>
    /// <param name="ranges">What to replace, in any order; they may overlap.</param>
    /// <param name="settings">How; null for the defaults.</param>
    /// <exception cref="WaveFormatException">The source is not WAVE audio that can be read.</exception>
    /// <exception cref="ArgumentException">A range begins before the audio, ends before it begins, or is on a channel that there is not.</exception>
    public static AudioRedaction Write(Stream source, Stream target, IEnumerable<AudioRange> ranges, RedactionSettings? settings = null) =>
        Write(source, target, ranges, settings, frames: null);

    /// <summary>The same for audio of which it is known how many frames it has: the target need not seek to know its length.</summary>
    internal static AudioRedaction Write(Stream source, Stream target, IEnumerable<AudioRange> ranges, RedactionSettings? settings, long? frames)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(ranges);
        ImmutableArray<AudioRange> all = [.. ranges];
        WaveReader reader = WaveReader.Open(source);
        Check(all, reader.Channels);
        var fill = new RedactionFill(reader.Format, all, settings ?? new());
        WaveWriter writer = frames is { } known ? WaveWriter.Start(target, reader.Format, known) : WaveWriter.Start(target, reader.Format);
        using var buffer = new AudioBuffer(BufferBytes);
        for (int read = reader.ReadBytes(buffer.Span); read > 0; read = reader.ReadBytes(buffer.Span))
        {
            Span<byte> bytes = buffer.Span[..(read * reader.Format.BytesPerFrame)];
            fill.Cover(bytes, writer.Frames);
            writer.WriteBytes(bytes);
        }

        writer.Complete();
        return new(reader.Format, writer.Frames, fill);
    }

    /// <summary>Reads both files again and compares them frame by frame, before the first one is shredded.</summary>
    /// <param name="source">The audio as it was.</param>
    /// <param name="target">The audio as it was written.</param>
    /// <exception cref="WaveFormatException">One of them is not WAVE audio that can be read.</exception>
    public RedactionCheck Check(Stream source, Stream target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        WaveReader before = WaveReader.Open(source);
        WaveReader after = WaveReader.Open(target);
        int room = BufferBytes / Format.BytesPerFrame * Format.BytesPerFrame;
        using var expected = new AudioBuffer(room);
        using var got = new AudioBuffer(room);
        long frames = 0;
        long? wrong = before.Format == Format && after.Format == Format ? null : 0;
        for (int read = wrong is null ? before.ReadBytes(expected.Span) : 0; read > 0 && wrong is null; read = before.ReadBytes(expected.Span))
        {
            Span<byte> bytes = expected.Span[..(read * Format.BytesPerFrame)];
            _fill.Cover(bytes, frames);
            int same = after.ReadBytes(got.Span[..bytes.Length]) * Format.BytesPerFrame;
            int common = bytes[..same].CommonPrefixLength(got.Span);
            wrong = common < bytes.Length ? frames + (common / Format.BytesPerFrame) : null;
            frames += read;
        }

        bool isLonger = wrong is null && after.ReadBytes(got.Span) > 0;
        return new() { FirstWrong = isLonger ? frames : wrong, Frames = frames };
    }

    private static void Check(ImmutableArray<AudioRange> ranges, int channels)
    {
        foreach (AudioRange range in ranges)
        {
            if (range.From < TimeSpan.Zero || range.Until < range.From || range.Channel < 0 || range.Channel >= channels)
            {
                throw new ArgumentException($"there is no range from {range.From} until {range.Until} on channel {range.Channel?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "all"} in audio of {channels} channels", nameof(ranges));
            }
        }
    }
}
