using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace QualityKit.Rescoring;

/// <summary>Vectors of 128 bits: 16 sheets at a time. Where the machine has none, the runtime works them out one number at a time.</summary>
internal readonly struct Lanes128 : ILanes<Vector128<byte>, Vector128<ushort>>
{
    public static int Width => 16;

    public static Vector128<byte> Fill(byte value) => Vector128.Create(value);

    public static Vector128<byte> And(Vector128<byte> left, Vector128<byte> right) => left & right;

    public static Vector128<byte> Or(Vector128<byte> left, Vector128<byte> right) => left | right;

    public static Vector128<byte> Not(Vector128<byte> value) => ~value;

    public static Vector128<byte> Add(Vector128<byte> left, Vector128<byte> right) => left + right;

    public static Vector128<byte> Equal(Vector128<byte> left, Vector128<byte> right) => Vector128.Equals(left, right);

    public static Vector128<byte> Shift(Vector128<byte> value, int bits) => (value.AsUInt16() >>> bits).AsByte();

    public static Vector128<byte> Find(Vector128<byte> table, Vector128<byte> places) => Vector128.ShuffleNative(table, places);

    public static ulong Bits(Vector128<byte> value) => value.ExtractMostSignificantBits();

    public static Vector128<ushort> Fill(ushort value) => Vector128.Create(value);

    public static Vector128<ushort> Lower(Vector128<byte> value) => Vector128.WidenLower(value);

    public static Vector128<ushort> Upper(Vector128<byte> value) => Vector128.WidenUpper(value);

    public static Vector128<ushort> LowerMask(Vector128<byte> value) => Vector128.WidenLower(value.AsSByte()).AsUInt16();

    public static Vector128<ushort> UpperMask(Vector128<byte> value) => Vector128.WidenUpper(value.AsSByte()).AsUInt16();

    public static Vector128<ushort> And(Vector128<ushort> left, Vector128<ushort> right) => left & right;

    public static Vector128<ushort> Add(Vector128<ushort> left, Vector128<ushort> right) => left + right;

    public static Vector128<ushort> Subtract(Vector128<ushort> left, Vector128<ushort> right) => left - right;

    public static Vector128<ushort> Multiply(Vector128<ushort> left, Vector128<ushort> right) => left * right;

    public static Vector128<ushort> MultiplyHigh(Vector128<ushort> left, Vector128<ushort> right) => Sse2.IsSupported ? Sse2.MultiplyHigh(left, right) : MultiplyWide(left, right);

    public static ulong AtLeast(Vector128<ushort> left, Vector128<ushort> right) => Vector128.GreaterThanOrEqual(left, right).ExtractMostSignificantBits();

    private static Vector128<ushort> MultiplyWide(Vector128<ushort> left, Vector128<ushort> right) => Vector128.Narrow(
        (Vector128.WidenLower(left) * Vector128.WidenLower(right)) >>> 16,
        (Vector128.WidenUpper(left) * Vector128.WidenUpper(right)) >>> 16);
}
