using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace QualityKit.Audio;

/// <summary>Reads RIFF/WAVE, RF64 and BW64 forward, from any stream: PCM of 8, 16, 24 and 32 bits, A-law and mu-law, also as WAVE_FORMAT_EXTENSIBLE.</summary>
/// <remarks>
/// What it passes over: unknown chunks, missing or odd filling bytes, a length that is 0, unknown or too long, and whatever follows the samples.
/// Memory does not depend on what the file says of itself. The stream stays the caller's; what it throws goes through.
/// </remarks>
public sealed class WaveReader : IAudioSource
{
    /// <summary>How many chunks may come before the samples.</summary>
    public const int MostChunks = 4096;

    private const int BufferBytes = 16384;

    private readonly WaveBytes _bytes;
    private long _left;

    private WaveReader(WaveBytes bytes, WaveHeader header)
    {
        _bytes = bytes;
        Format = header.Format;
        DeclaredFrames = header.DataBytes / header.Format.BytesPerFrame;
        _left = DeclaredFrames ?? long.MaxValue;
    }

    /// <summary>What the samples are in the file.</summary>
    public AudioFormat Format { get; }

    /// <summary>How many frames the file says it has, which is for nobody to believe; null when it does not say.</summary>
    public long? DeclaredFrames { get; }

    /// <summary>How many frames were read or skipped.</summary>
    public long Position { get; private set; }

    /// <summary>Whether the file ended within the samples: fewer than it says, or in the middle of a frame. Known once reading has come to the end.</summary>
    public bool IsCutShort { get; private set; }

    /// <inheritdoc/>
    public int SampleRate => Format.SampleRate;

    /// <inheritdoc/>
    public int Channels => Format.Channels;

    /// <summary>Reads up to the samples.</summary>
    /// <param name="stream">Where the file begins. It may be readable only forward.</param>
    /// <exception cref="WaveFormatException">It is not WAVE audio that can be read.</exception>
    public static WaveReader Open(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bytes = new WaveBytes(stream);
        return new(bytes, new WaveHeaderReader(bytes).Read());
    }

    /// <summary>Gives the next frames as samples of 16 bits, channel beside channel. Of 24 and 32 bits the upper 16 are given, and 8 bits are the upper 8 of 16.</summary>
    /// <returns>How many frames came; 0 only at the end.</returns>
    /// <exception cref="ArgumentException">There is not room for a frame.</exception>
    public int Read(Span<short> samples)
    {
        int frames = samples.Length / Channels;
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1, nameof(samples));
        if (Format is { Encoding: AudioEncoding.Pcm, BitsPerSample: 16 } && BitConverter.IsLittleEndian)
        {
            return Take(MemoryMarshal.AsBytes(samples), frames);
        }

        // On the stack, where nothing moves it, and wiped.
        int most = Math.Min(frames, BufferBytes / Format.BytesPerFrame);
        Span<byte> buffer = stackalloc byte[most * Format.BytesPerFrame];
        int done = 0;
        try
        {
            for (int read = Take(buffer, most); read > 0; read = done < frames ? Take(buffer, Math.Min(frames - done, most)) : 0)
            {
                SampleCodec.Decode(Format, buffer[..(read * Format.BytesPerFrame)], samples[(done * Channels)..]);
                done += read;
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }

        return done;
    }

    /// <summary>Gives the bytes of the next frames as they are in the file.</summary>
    /// <returns>How many frames came; 0 only at the end.</returns>
    /// <exception cref="ArgumentException">There is not room for a frame.</exception>
    public int ReadBytes(Span<byte> frames)
    {
        int most = frames.Length / Format.BytesPerFrame;
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(frames));
        return Take(frames, most);
    }

    /// <summary>Leaves frames out; where the stream can seek, without reading them.</summary>
    /// <param name="frames">0 or more.</param>
    /// <returns>How many there were; fewer only at the end.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public long Skip(long frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        long wanted = Math.Min(Math.Min(frames, _left), long.MaxValue / Format.BytesPerFrame);
        long skipped = _bytes.Skip(wanted * Format.BytesPerFrame);
        return Count(wanted, skipped / Format.BytesPerFrame, skipped % Format.BytesPerFrame);
    }

    private int Take(Span<byte> target, int frames)
    {
        int wanted = (int)Math.Min(frames, _left);
        int read = wanted == 0 ? 0 : _bytes.Read(target[..(wanted * Format.BytesPerFrame)]);
        return (int)Count(wanted, read / Format.BytesPerFrame, read % Format.BytesPerFrame);
    }

    private long Count(long wanted, long frames, long rest)
    {
        Position += frames;
        _left -= frames;
        if (frames < wanted)
        {
            IsCutShort = DeclaredFrames is not null || rest > 0;
            _left = 0;
        }

        return frames;
    }
}
