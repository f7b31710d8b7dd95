using System.Collections.Immutable;

namespace QualityKit.Audio;

/// <summary>Which frames are redacted, and what is written over them in the format of the file. What it writes depends on the place alone.</summary>
internal sealed class RedactionFill
{
    private const double FullScale = 32767;

    private readonly AudioFormat _format;
    private readonly RedactionSettings _settings;
    private readonly ImmutableArray<(long Start, long End)>[] _channels;

    public RedactionFill(AudioFormat format, ImmutableArray<AudioRange> ranges, RedactionSettings settings)
    {
        _format = format;
        _settings = settings;
        _channels = [.. Enumerable.Range(0, format.Channels).Select(channel => Merge(ranges.Where(range => (range.Channel ?? channel) == channel)))];
    }

    /// <summary>What is redacted of audio of so many frames, channel by channel.</summary>
    public ImmutableArray<RedactedFrames> Within(long frames) =>
    [
        .. _channels.SelectMany((spans, channel) => spans.Where(span => span.Start < frames)
            .Select(span => new RedactedFrames(channel, span.Start, Math.Min(span.End, frames) - span.Start))),
    ];

    /// <summary>Writes over what is redacted.</summary>
    /// <param name="frames">Whole frames.</param>
    /// <param name="first">Which frame of the audio is the first of them.</param>
    public void Cover(Span<byte> frames, long first)
    {
        long end = first + (frames.Length / _format.BytesPerFrame);
        for (int channel = 0; channel < _channels.Length; channel++)
        {
            ImmutableArray<(long Start, long End)> spans = _channels[channel];
            for (int span = FirstAfter(spans, first); span < spans.Length && spans[span].Start < end; span++)
            {
                for (long frame = Math.Max(spans[span].Start, first); frame < Math.Min(spans[span].End, end); frame++)
                {
                    int place = ((int)(frame - first) * _format.BytesPerFrame) + (channel * _format.BytesPerSample);
                    SampleCodec.Encode(_format, [At(frame)], frames.Slice(place, _format.BytesPerSample));
                }
            }
        }
    }

    private short At(long frame) => _settings.Sound == RedactionSound.Silence
        ? (short)0
        : (short)Math.Round(FullScale * Math.Pow(10, _settings.ToneLevel / 20) * Math.Sin(2 * Math.PI * (_settings.ToneHertz * frame / _format.SampleRate % 1)));

    // Every frame that a range touches, and the margin.
    private ImmutableArray<(long Start, long End)> Merge(IEnumerable<AudioRange> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<(long Start, long End)>();
        foreach (AudioRange range in ranges.Where(range => range.Until > range.From).OrderBy(range => range.From))
        {
            long start = range.From > _settings.Margin ? FrameCount.At(range.From - _settings.Margin, _format.SampleRate, roundsUp: false) : 0;
            TimeSpan until = range.Until < TimeSpan.MaxValue - _settings.Margin ? range.Until + _settings.Margin : TimeSpan.MaxValue;
            long end = FrameCount.At(until, _format.SampleRate, roundsUp: true);
            if (merged.Count > 0 && start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, end));
            }
            else
            {
                merged.Add((start, end));
            }
        }

        return merged.ToImmutable();
    }

    private static int FirstAfter(ImmutableArray<(long Start, long End)> spans, long frame)
    {
        int low = 0;
        int high = spans.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (spans[middle].End > frame)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
