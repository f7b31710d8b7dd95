using System.Collections.Immutable;
using QualityKit.Interactions;

namespace QualityKit.Audio;

/// <summary>The rules M2 to M9 of docs/audio.md over the levels of a call.</summary>
internal sealed class CallListening
{
    private readonly LevelTrack _track;
    private readonly MeasureSettings _settings;
    private readonly bool[] _isUnknown;
    private readonly WindowState[][] _states;

    public CallListening(LevelTrack track, MeasureSettings settings, ImmutableArray<RecordingGap> gaps)
    {
        _track = track;
        _settings = settings;
        _isUnknown = Unknown(gaps);
        _states = [.. Enumerable.Range(0, track.Channels).Select(Hear)];
    }

    public CallMeasures Measures() => new()
    {
        Length = FrameCount.Time(_track.Frames, _track.SampleRate),
        Recorded = ChannelMeasures.Total(Runs(window => !_isUnknown[window], TimeSpan.Zero)),
        Channels = [.. _states.Select(states => new ChannelMeasures
        {
            Talk = Runs(window => states[window] == WindowState.Talk, TimeSpan.Zero),
            Silences = Runs(window => states[window] == WindowState.Silence, _settings.LeastSilence),
        })],
        DeadAir = Runs(window => Count(window, WindowState.Silence) == _track.Channels, _settings.LeastDeadAir),
        Overtalk = Runs(window => Count(window, WindowState.Talk) > 1, _settings.LeastOvertalk),
    };

    // M4: a window that a gap touches tells nothing.
    private bool[] Unknown(ImmutableArray<RecordingGap> gaps)
    {
        bool[] isUnknown = new bool[_track.Windows];
        foreach (RecordingGap gap in gaps.Where(gap => gap.Until > gap.From && gap.Until > TimeSpan.Zero))
        {
            long start = FrameCount.At(gap.From > TimeSpan.Zero ? gap.From : TimeSpan.Zero, _track.SampleRate, roundsUp: false);
            long end = FrameCount.At(gap.Until, _track.SampleRate, roundsUp: true);
            // The last window may be short, and a gap after its end does not touch it.
            long first = start < _track.Frames ? start / _track.FramesPerWindow : isUnknown.Length;
            for (long window = first; window < isUnknown.Length && _track.StartOf((int)window) < end; window++)
            {
                isUnknown[window] = true;
            }
        }

        return isUnknown;
    }

    private WindowState[] Hear(int channel)
    {
        var states = new WindowState[_track.Windows];
        double talkFrom = LevelTrack.MeanSquare(_settings.TalkFrom);
        double silenceBelow = LevelTrack.MeanSquare(Math.Min(_settings.SilenceBelow, _settings.TalkFrom));
        bool talks = false;
        for (int window = 0; window < states.Length; window++)
        {
            talks = !_isUnknown[window] && _track.Power(channel, window) >= (talks ? silenceBelow : talkFrom) * _track.FramesOf(window);
            states[window] = _isUnknown[window] ? WindowState.Unknown : talks ? WindowState.Talk : WindowState.Silence;
        }

        Bridge(states);
        Drop(states);
        return states;
    }

    // M5: a short silence between talk and talk is a pause.
    private void Bridge(WindowState[] states)
    {
        foreach ((int from, int until) in Windows(states.Length, window => states[window] == WindowState.Silence))
        {
            bool isBetween = from > 0 && until < states.Length && states[from - 1] == WindowState.Talk && states[until] == WindowState.Talk;
            if (isBetween && !IsAtLeast(from, until, _settings.LeastPause))
            {
                Array.Fill(states, WindowState.Talk, from, until - from);
            }
        }
    }

    // M6: short talk is a noise.
    private void Drop(WindowState[] states)
    {
        foreach ((int from, int until) in Windows(states.Length, window => states[window] == WindowState.Talk))
        {
            if (!IsAtLeast(from, until, _settings.LeastTalk))
            {
                Array.Fill(states, WindowState.Silence, from, until - from);
            }
        }
    }

    private int Count(int window, WindowState state)
    {
        int count = 0;
        foreach (WindowState[] states in _states)
        {
            count += states[window] == state ? 1 : 0;
        }

        return count;
    }

    private ImmutableArray<Stretch> Runs(Func<int, bool> isIn, TimeSpan least) =>
    [
        .. Windows(_track.Windows, isIn).Where(run => IsAtLeast(run.From, run.Until, least)).Select(run => new Stretch
        {
            From = FrameCount.Time(_track.StartOf(run.From), _track.SampleRate),
            Until = FrameCount.Time(_track.StartOf(run.Until), _track.SampleRate),
        }),
    ];

    private bool IsAtLeast(int from, int until, TimeSpan least) =>
        FrameCount.IsAtLeast(_track.StartOf(until) - _track.StartOf(from), _track.SampleRate, least);

    private static IEnumerable<(int From, int Until)> Windows(int count, Func<int, bool> isIn)
    {
        for (int from = 0; from < count; from++)
        {
            int until = from;
            while (until < count && isIn(until))
            {
                until++;
            }

            if (until > from)
            {
                yield return (from, until);
                from = until;
            }
        }
    }
}
