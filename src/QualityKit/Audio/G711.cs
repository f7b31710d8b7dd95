using System.Numerics;

namespace QualityKit.Audio;

/// <summary>A-law and mu-law of ITU-T G.711, equal to the software of ITU-T G.191 for each of the 65,536 samples and 256 codes.</summary>
/// <remarks>A sample between two decision values becomes the code of its interval; of a negative sample on a decision value it is the interval nearer to zero. Decoding gives the value halfway, in 16 bits.</remarks>
public static class G711
{
    private const int ALawMask = 0x55;
    private const int MuLawBias = 33;
    private const int MostMuLaw = 0x1FFF;

    private static readonly short[] ALaw = [.. Enumerable.Range(0, 256).Select(FromALaw)];
    private static readonly short[] MuLaw = [.. Enumerable.Range(0, 256).Select(FromMuLaw)];

    /// <summary>The sample that an A-law code stands for, -32,256 to 32,256.</summary>
    public static short DecodeALaw(byte code) => ALaw[code];

    /// <summary>The sample that a mu-law code stands for, -32,124 to 32,124.</summary>
    public static short DecodeMuLaw(byte code) => MuLaw[code];

    /// <summary>The A-law code of a sample.</summary>
    public static byte EncodeALaw(short sample)
    {
        // 12 bits of magnitude, of which the lowest does not count below 64, and ever more do not above.
        int magnitude = (sample < 0 ? ~sample : sample) >> 4;
        int segment = Math.Max(0, BitOperations.Log2((uint)magnitude | 1) - 3);
        int step = segment == 0 ? magnitude : (magnitude >> (segment - 1)) - 16;
        return (byte)(((segment << 4) | step | (sample < 0 ? 0 : 0x80)) ^ ALawMask);
    }

    /// <summary>The mu-law code of a sample.</summary>
    public static byte EncodeMuLaw(short sample)
    {
        int magnitude = Math.Min(((sample < 0 ? ~sample : sample) >> 2) + MuLawBias, MostMuLaw);
        int segment = BitOperations.Log2((uint)magnitude) - 5;
        int step = (magnitude >> (segment + 1)) & 0xF;
        return (byte)(~((segment << 4) | step) & 0x7F | (sample < 0 ? 0 : 0x80));
    }

    private static short FromALaw(int code)
    {
        int plain = code ^ ALawMask;
        int segment = (plain >> 4) & 7;
        int step = ((plain & 0xF) << 4) + 8;
        int magnitude = segment == 0 ? step : (step + 0x100) << (segment - 1);
        return (short)((plain & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static short FromMuLaw(int code)
    {
        int plain = ~code;
        int segment = (plain >> 4) & 7;
        int magnitude = (((((plain & 0xF) << 1) + MuLawBias) << segment) - MuLawBias) << 2;
        return (short)((code & 0x80) != 0 ? magnitude : -magnitude);
    }
}
