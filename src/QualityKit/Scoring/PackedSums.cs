using System.Numerics;

namespace QualityKit.Scoring;

/// <summary>Four small sums in one number: what a group earned, what counts, what is there, and how many answers failed the form.</summary>
/// <remarks>Each has 16 bits; <see cref="PackedPlan"/> is built only where no sum can outgrow them, so one addition adds all four.</remarks>
internal static class PackedSums
{
    public const int Bits = 16;
    public const long Most = (1L << Bits) - 1;

    public static ulong Pack(long earned, long counted, long present, bool fails) =>
        (ulong)earned | ((ulong)counted << Bits) | ((ulong)present << (2 * Bits)) | (fails ? 1UL << (3 * Bits) : 0);

    public static long Earned(ulong sums) => (long)(sums & (ulong)Most);

    public static long Counted(ulong sums) => (long)(BitOperations.RotateRight(sums, Bits) & (ulong)Most);

    public static long Present(ulong sums) => (long)(BitOperations.RotateRight(sums, 2 * Bits) & (ulong)Most);

    public static bool Fails(ulong sums) => sums >= 1UL << (3 * Bits);
}
