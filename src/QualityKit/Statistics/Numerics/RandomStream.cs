using System.Numerics;

namespace QualityKit.Statistics.Numerics;

/// <summary>Random numbers that a seed decides, the same on every machine and in every version.</summary>
/// <remarks>D. Blackman and S. Vigna (2021), Scrambled linear pseudorandom number generators: xoshiro256**, seeded by splitmix64 (Steele, Lea, Flood 2014).</remarks>
internal struct RandomStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public RandomStream(ulong seed)
    {
        _a = Mix(ref seed);
        _b = Mix(ref seed);
        _c = Mix(ref seed);
        _d = Mix(ref seed);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        ulong shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A whole number of 0 to below a limit, each as likely as the others (Lemire 2019).</summary>
    public int Below(int limit)
    {
        ulong product = (Next() >> 32) * (uint)limit;
        if ((uint)product < (uint)limit)
        {
            uint least = (uint)-limit % (uint)limit;
            while ((uint)product < least)
            {
                product = (Next() >> 32) * (uint)limit;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>A number of 0 to below 1, in steps of 2^-53.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1L << 53));

    private static ulong Mix(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
