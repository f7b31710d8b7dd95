namespace QualityKit.Reference.Audio;

/// <summary>One of the two laws of ITU-T G.711 as its tables say it: decision values, and the value halfway between two of them.</summary>
/// <remarks>Magnitudes are of the table (12 bits of A-law, 14 of mu-law); a linear sample of 16 bits is <see cref="_scale"/> times that.</remarks>
public sealed class SlowCompanding
{
    private const int Codes = 128;

    // Decision value n is where interval n begins; the last is where the code is full.
    private readonly int[] _decisions;
    private readonly double[] _values;
    private readonly int _scale;
    private readonly Func<int, bool, int> _code;

    private SlowCompanding(int[] decisions, double[] values, int scale, Func<int, bool, int> code)
    {
        _decisions = decisions;
        _values = values;
        _scale = scale;
        _code = code;
    }

    /// <summary>G.711 table 1: 32 steps of 2, then six segments of 16 steps, each twice as wide. Every other bit is inverted.</summary>
    public static SlowCompanding ALaw()
    {
        int[] decisions = Decisions(first: 0, [(32, 2), (16, 4), (16, 8), (16, 16), (16, 32), (16, 64), (16, 128)]);
        return new(decisions, [.. Enumerable.Range(0, Codes).Select(n => (decisions[n] + decisions[n + 1]) / 2.0)], 8, (n, isPositive) => (n + (isPositive ? 128 : 0)) ^ 0x55);
    }

    /// <summary>G.711 table 2: one step of 1, 15 of 2, then seven segments of 16 steps, each twice as wide. The first value is 0. All bits are inverted.</summary>
    public static SlowCompanding MuLaw()
    {
        int[] decisions = Decisions(first: 0, [(1, 1), (15, 2), (16, 4), (16, 8), (16, 16), (16, 32), (16, 64), (16, 128), (16, 256)]);
        return new(decisions, [0, .. Enumerable.Range(1, Codes - 1).Select(n => (decisions[n] + decisions[n + 1]) / 2.0)], 4, (n, isPositive) => 255 - n - (isPositive ? 0 : 128));
    }

    public int Decode(int code)
    {
        for (var n = 0; n < Codes; n++)
        {
            if (_code(n, true) == code)
            {
                return (int)(_values[n] * _scale);
            }

            if (_code(n, false) == code)
            {
                return -(int)(_values[n] * _scale);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(code));
    }

    /// <summary>A negative sample on a decision value takes the interval nearer to zero, as the software of ITU-T G.191 does, which inverts its bits.</summary>
    public int Encode(int sample)
    {
        bool isPositive = sample >= 0;
        int magnitude = (isPositive ? sample : -sample - 1) / _scale;
        var n = 0;
        while (n < Codes - 1 && _decisions[n + 1] <= magnitude)
        {
            n++;
        }

        return _code(n, isPositive);
    }

    private static int[] Decisions(int first, (int Steps, int Width)[] segments)
    {
        var decisions = new List<int> { first };
        foreach ((int steps, int width) in segments)
        {
            for (var step = 0; step < steps; step++)
            {
                decisions.Add(decisions[^1] + width);
            }
        }

        return decisions.Count == Codes + 1 ? [.. decisions] : throw new InvalidOperationException($"{decisions.Count - 1} intervals");
    }
}
