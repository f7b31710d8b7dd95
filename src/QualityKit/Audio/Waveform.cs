using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace QualityKit.Audio;

/// <summary>The least and the greatest sample of each stretch of each channel, to draw audio from. It is written as version 2 of the data of BBC's <c>audiowaveform</c>, which peaks.js and waveform-data.js read.</summary>
/// <remarks>It shows when somebody spoke, and no more; it is derived from the recording all the same, and goes when that goes.</remarks>
public sealed class Waveform
{
    private const int HeaderBytes = 24;
    private const int Version = 2;
    private const int BlockBytes = 4096;

    internal Waveform(int sampleRate, int channels, int samplesPerPixel, ImmutableArray<short> data)
    {
        SampleRate = sampleRate;
        Channels = channels;
        SamplesPerPixel = samplesPerPixel;
        Data = data;
    }

    /// <summary>Frames a second of the audio, in Hz.</summary>
    public int SampleRate { get; }

    /// <summary>How many channels it has.</summary>
    public int Channels { get; }

    /// <summary>How many frames a stretch has; the last may have fewer.</summary>
    public int SamplesPerPixel { get; }

    /// <summary>How many stretches there are.</summary>
    public int Length => Data.Length / (2 * Channels);

    /// <summary>Least and greatest, channel by channel, stretch by stretch, in 16 bits.</summary>
    public ImmutableArray<short> Data { get; }

    /// <summary>The least sample of a stretch, -32,768 to 32,767.</summary>
    /// <param name="channel">From 0.</param>
    /// <param name="pixel">Which stretch, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel or stretch.</exception>
    public short Least(int channel, int pixel) => Data[Place(channel, pixel)];

    /// <summary>The greatest sample of a stretch, -32,768 to 32,767.</summary>
    /// <param name="channel">From 0.</param>
    /// <param name="pixel">Which stretch, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel or stretch.</exception>
    public short Greatest(int channel, int pixel) => Data[Place(channel, pixel) + 1];

    /// <summary>Reads audio to its end.</summary>
    /// <param name="source">The audio.</param>
    /// <param name="samplesPerPixel">How many frames a stretch has: <see cref="WaveformBuilder.LeastPerPixel"/> or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of frames is too low.</exception>
    public static Waveform Of(IAudioSource source, int samplesPerPixel = WaveformBuilder.UsualPerPixel)
    {
        ArgumentNullException.ThrowIfNull(source);
        var peaks = new WaveformBuilder(source.SampleRate, source.Channels, samplesPerPixel);
        var frames = new SourceFrames(source);
        for (ReadOnlySpan<short> block = frames.Next(); !block.IsEmpty; block = frames.Next())
        {
            peaks.Add(block);
        }

        return peaks.Build();
    }

    /// <summary>Puts the waveforms of parts one after another. It is that of the whole where all parts but the last are whole stretches.</summary>
    /// <param name="parts">In order; of one rate, number of channels and length of stretch.</param>
    /// <exception cref="ArgumentException">There are none, or they do not fit together.</exception>
    public static Waveform Join(IEnumerable<Waveform> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ImmutableArray<Waveform> all = [.. parts];
        return all.IsEmpty || all.Any(part => (part.SampleRate, part.Channels, part.SamplesPerPixel) != (all[0].SampleRate, all[0].Channels, all[0].SamplesPerPixel))
            ? throw new ArgumentException("parts have one rate, one number of channels and one length of stretch", nameof(parts))
            : new(all[0].SampleRate, all[0].Channels, all[0].SamplesPerPixel, [.. all.SelectMany(part => part.Data)]);
    }

    /// <summary>Writes the binary form, <c>.dat</c>.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="bits">8 or 16. In 8 bits a sample is divided by 256 and rounded towards zero, as <c>audiowaveform</c> does.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of bits is another one.</exception>
    public void WriteDat(Stream stream, int bits)
    {
        ArgumentNullException.ThrowIfNull(stream);
        int divisor = Divisor(bits);
        Span<byte> block = stackalloc byte[BlockBytes];
        BinaryPrimitives.WriteInt32LittleEndian(block, Version);
        BinaryPrimitives.WriteInt32LittleEndian(block[4..], bits == 8 ? 1 : 0);
        BinaryPrimitives.WriteInt32LittleEndian(block[8..], SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(block[12..], SamplesPerPixel);
        BinaryPrimitives.WriteInt32LittleEndian(block[16..], Length);
        BinaryPrimitives.WriteInt32LittleEndian(block[20..], Channels);
        int used = HeaderBytes;
        foreach (short sample in Data)
        {
            if (used + sizeof(short) > block.Length)
            {
                stream.Write(block[..used]);
                used = 0;
            }

            BinaryPrimitives.WriteInt16LittleEndian(block[used..], (short)(sample / divisor));
            used += bits / 8;
        }

        stream.Write(block[..used]);
    }

    /// <summary>The form as JSON.</summary>
    /// <param name="bits">8 or 16, as for <see cref="WriteDat"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of bits is another one.</exception>
    public string ToJson(int bits)
    {
        int divisor = Divisor(bits);
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{{\"version\":{Version},\"channels\":{Channels},\"sample_rate\":{SampleRate},\"samples_per_pixel\":{SamplesPerPixel},")
            .Append(CultureInfo.InvariantCulture, $"\"bits\":{bits},\"length\":{Length},\"data\":[")
            .AppendJoin(',', Data.Select(sample => (sample / divisor).ToString(CultureInfo.InvariantCulture)))
            .Append("]}")
            .ToString();
    }

    private static int Divisor(int bits) => bits switch
    {
        8 => 256,
        16 => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(bits), bits, "a waveform has 8 or 16 bits"),
    };

    private int Place(int channel, int pixel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, Channels);
        ArgumentOutOfRangeException.ThrowIfNegative(pixel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(pixel, Length);
        return ((pixel * Channels) + channel) * 2;
    }
}
