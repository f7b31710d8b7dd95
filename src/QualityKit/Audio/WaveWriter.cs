using System.Security.Cryptography;

namespace QualityKit.Audio;

/// <summary>Writes WAVE audio as it comes: RIFF up to 4 GiB, RF64 (EBU Tech 3306) beyond.</summary>
/// <remarks>
/// Into a stream that can seek, the lengths are written at the end, and until then the file says that they are unknown: it can be read after a crash.
/// Into one that cannot, they are written first when the number of frames is given, and stay unknown when not. The stream stays the caller's.
/// </remarks>
public sealed class WaveWriter
{
    private const int BufferBytes = 16384;

    private readonly Stream _stream;
    private readonly long? _declared;
    private readonly long _start;
    private bool _isComplete;

    private WaveWriter(Stream stream, AudioFormat format, long? declared)
    {
        _stream = stream;
        Format = format;
        _declared = declared;
        _start = ComesBack ? stream.Position : 0;
        _stream.Write(WaveLayout.Header(format, declared, ComesBack || (declared is { } frames && WaveLayout.NeedsLongSizes(format, frames))));
    }

    /// <summary>What the samples are in the file.</summary>
    public AudioFormat Format { get; }

    /// <summary>How many frames were written.</summary>
    public long Frames { get; private set; }

    private bool ComesBack => _declared is null && _stream.CanSeek;

    /// <summary>Begins a file of which nobody knows how long it will be.</summary>
    /// <param name="stream">Where to write. Lengths are written only if it can seek.</param>
    /// <param name="format">What the samples are.</param>
    public static WaveWriter Start(Stream stream, AudioFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        return new(stream, format, declared: null);
    }

    /// <summary>Begins a file of a known length; the stream need not seek.</summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="format">What the samples are.</param>
    /// <param name="frames">How many frames will be written: 0 or more, and no more bytes than a file can have.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of frames is out of its range.</exception>
    public static WaveWriter Start(Stream stream, AudioFormat format, long frames)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, MostFrames(format));
        return new(stream, format, frames);
    }

    /// <summary>Writes samples of 16 bits, channel beside channel, in the format of the file.</summary>
    /// <exception cref="ArgumentException">They are not whole frames.</exception>
    /// <exception cref="InvalidOperationException">The file is complete, or would get more frames than were declared.</exception>
    public void Write(ReadOnlySpan<short> samples)
    {
        Check(samples.Length, Format.Channels, nameof(samples));
        int most = Math.Min(BufferBytes / Format.BytesPerFrame * Format.Channels, samples.Length);
        Span<byte> buffer = stackalloc byte[most * Format.BytesPerSample];
        try
        {
            for (ReadOnlySpan<short> rest = samples; !rest.IsEmpty;)
            {
                ReadOnlySpan<short> part = rest[..Math.Min(most, rest.Length)];
                Span<byte> bytes = buffer[..(part.Length * Format.BytesPerSample)];
                SampleCodec.Encode(Format, part, bytes);
                _stream.Write(bytes);
                rest = rest[part.Length..];
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }

        Frames += samples.Length / Format.Channels;
    }

    /// <summary>Writes frames that are in the format of the file already.</summary>
    /// <exception cref="ArgumentException">They are not whole frames.</exception>
    /// <exception cref="InvalidOperationException">The file is complete, or would get more frames than were declared.</exception>
    public void WriteBytes(ReadOnlySpan<byte> frames)
    {
        Check(frames.Length, Format.BytesPerFrame, nameof(frames));
        _stream.Write(frames);
        Frames += frames.Length / Format.BytesPerFrame;
    }

    /// <summary>Ends the file. Nothing can be written after it; doing it again does nothing.</summary>
    /// <exception cref="InvalidOperationException">Fewer frames were written than were declared.</exception>
    public void Complete()
    {
        if (_isComplete)
        {
            return;
        }

        if (_declared is { } declared && Frames != declared)
        {
            throw new InvalidOperationException($"{declared} frames were declared, and {Frames} written");
        }

        _isComplete = true;
        // Where no length is known the samples go on to the end, and a byte that fills up would be one of them.
        if (Frames * Format.BytesPerFrame % 2 != 0 && (ComesBack || _declared is not null))
        {
            _stream.WriteByte(0);
        }

        if (ComesBack)
        {
            long end = _stream.Position;
            _stream.Position = _start;
            _stream.Write(WaveLayout.Header(Format, Frames, reserves: true));
            _stream.Position = end;
        }

        _stream.Flush();
    }

    private static long MostFrames(AudioFormat format) => (long.MaxValue >> 1) / format.BytesPerFrame;

    private void Check(int length, int frame, string parameter)
    {
        if (length % frame != 0)
        {
            throw new ArgumentException($"{length} is not a number of whole frames of {frame}", parameter);
        }

        if (_isComplete || length / frame > (_declared ?? MostFrames(Format)) - Frames)
        {
            throw new InvalidOperationException(_isComplete ? "the file is complete" : $"more than the {_declared} frames that were declared");
        }
    }
}
