using System.Numerics;

namespace QualityKit.Rescoring;

/// <summary>What lanes say about a cut point: from <see cref="Sure"/> up it is reached, below <see cref="Near"/> it is not, between them only the exact total knows.</summary>
internal readonly struct LaneCut
{
    public LaneCut(CutPoint cut, int groups)
    {
        // The exact total, in parts of LaneTerm.One, lies from the lane up to less than `slack` above it.
        int slack = groups * LaneTerm.Error;
        BigInteger scaled = cut.Value.Numerator * LaneTerm.One;
        BigInteger floor = BigInteger.DivRem(scaled, cut.Value.Denominator, out BigInteger rest);
        floor -= rest.Sign < 0 ? 1 : 0;
        BigInteger sure = rest.IsZero && !cut.IsAfter ? floor : floor + 1;
        Sure = Lane(sure);
        Near = Lane(floor - slack + 1);
    }

    public ushort Sure { get; }

    public ushort Near { get; }

    private static ushort Lane(BigInteger number) => (ushort)BigInteger.Clamp(number, 0, ushort.MaxValue);
}
