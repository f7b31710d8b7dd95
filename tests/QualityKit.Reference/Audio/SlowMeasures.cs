using System.Numerics;

namespace QualityKit.Reference.Audio;

/// <summary>The rules M1 to M9 of docs/audio.md over whole channels, one window after another.</summary>
public sealed class SlowMeasures
{
    private const long TicksPerSecond = 10_000_000;

    private readonly int _rate;
    private readonly long _frames;
    private readonly int _window;
    private readonly SlowTerms _terms;
    private readonly List<char[]> _states = [];

    /// <summary>Channels of one length.</summary>
    public SlowMeasures(IReadOnlyList<IReadOnlyList<short>> channels, int rate, SlowTerms terms)
    {
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(terms);
        _rate = rate;
        _frames = channels[0].Count;
        _terms = terms;
        _window = (int)Math.Max(1, rate * terms.Window / TicksPerSecond);
        foreach (IReadOnlyList<short> channel in channels)
        {
            char[] states = Heard(channel);
            Bridge(states);
            Drop(states);
            _states.Add(states);
        }
    }

    /// <summary>M5 and M6: where a channel talks, in frames.</summary>
    public IReadOnlyList<(long From, long Until)> Talk(int channel) => Runs(window => _states[channel][window] == 'T', 0);

    /// <summary>M7.</summary>
    public IReadOnlyList<(long From, long Until)> Silences(int channel) => Runs(window => _states[channel][window] == 'S', _terms.LeastSilence);

    /// <summary>M8.</summary>
    public IReadOnlyList<(long From, long Until)> DeadAir() => Runs(window => _states.TrueForAll(states => states[window] == 'S'), _terms.LeastDeadAir);

    /// <summary>M9.</summary>
    public IReadOnlyList<(long From, long Until)> Overtalk() => Runs(window => _states.Count(states => states[window] == 'T') > 1, _terms.LeastOvertalk);

    // M1 to M4: 'T' for talk, 'S' for silence, 'U' where nothing was recorded.
    private char[] Heard(IReadOnlyList<short> channel)
    {
        var states = new char[(_frames + _window - 1) / _window];
        for (var window = 0; window < states.Length; window++)
        {
            long from = (long)window * _window;
            short[] samples = [.. channel.Skip((int)from).Take(_window)];
            BigInteger power = samples.Aggregate(BigInteger.Zero, (sum, sample) => sum + ((BigInteger)sample * sample));
            double level = power.IsZero ? double.NegativeInfinity : 10 * Math.Log10((double)power / samples.Length / (32768.0 * 32768.0));
            bool wasTalk = window > 0 && states[window - 1] == 'T';
            states[window] = IsInGap(from, from + samples.Length) ? 'U' : level >= (wasTalk ? _terms.SilenceBelow : _terms.TalkFrom) ? 'T' : 'S';
        }

        return states;
    }

    private bool IsInGap(long from, long until) =>
        _terms.Gaps.Any(gap => (BigInteger)gap.From * _rate < (BigInteger)until * TicksPerSecond && (BigInteger)gap.Until * _rate > (BigInteger)from * TicksPerSecond);

    private void Bridge(char[] states)
    {
        foreach ((int from, int until) in Windows(states.Length, window => states[window] == 'S'))
        {
            bool isBetween = from > 0 && until < states.Length && states[from - 1] == 'T' && states[until] == 'T';
            if (isBetween && !IsAtLeast(from, until, _terms.LeastPause))
            {
                Array.Fill(states, 'T', from, until - from);
            }
        }
    }

    private void Drop(char[] states)
    {
        foreach ((int from, int until) in Windows(states.Length, window => states[window] == 'T'))
        {
            if (!IsAtLeast(from, until, _terms.LeastTalk))
            {
                Array.Fill(states, 'S', from, until - from);
            }
        }
    }

    private List<(long From, long Until)> Runs(Func<int, bool> isIn, long least) =>
        [.. Windows(_states[0].Length, isIn).Where(run => IsAtLeast(run.From, run.Until, least)).Select(run => (Frame(run.From), Frame(run.Until)))];

    private bool IsAtLeast(int from, int until, long ticks) => (BigInteger)(Frame(until) - Frame(from)) * TicksPerSecond >= (BigInteger)ticks * _rate;

    private long Frame(int window) => Math.Min((long)window * _window, _frames);

    private static List<(int From, int Until)> Windows(int count, Func<int, bool> isIn)
    {
        var runs = new List<(int, int)>();
        for (var from = 0; from < count; from++)
        {
            int until = from;
            while (until < count && isIn(until))
            {
                until++;
            }

            if (until > from)
            {
                runs.Add((from, until));
                from = until;
            }
        }

        return runs;
    }
}
