using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace QualityKit.Rescoring;

/// <summary>Vectors of 256 bits: 32 sheets at a time.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<byte>, Vector256<ushort>>
{
    public static int Width => 32;

    public static Vector256<byte> Fill(byte value) => Vector256.Create(value);

    public static Vector256<byte> And(Vector256<byte> left, Vector256<byte> right) => left & right;

    public static Vector256<byte> Or(Vector256<byte> left, Vector256<byte> right) => left | right;

    public static Vector256<byte> Not(Vector256<byte> value) => ~value;

    public static Vector256<byte> Add(Vector256<byte> left, Vector256<byte> right) => left + right;

    public static Vector256<byte> Equal(Vector256<byte> left, Vector256<byte> right) => Vector256.Equals(left, right);

    public static Vector256<byte> Shift(Vector256<byte> value, int bits) => (value.AsUInt16() >>> bits).AsByte();

    public static Vector256<byte> Find(Vector256<byte> table, Vector256<byte> places) => Avx2.IsSupported
        ? Avx2.Shuffle(table, places)
        : Vector256.Create(Lanes128.Find(table.GetLower(), places.GetLower()), Lanes128.Find(table.GetUpper(), places.GetUpper()));

    public static ulong Bits(Vector256<byte> value) => value.ExtractMostSignificantBits();

    public static Vector256<ushort> Fill(ushort value) => Vector256.Create(value);

    public static Vector256<ushort> Lower(Vector256<byte> value) => Vector256.WidenLower(value);

    public static Vector256<ushort> Upper(Vector256<byte> value) => Vector256.WidenUpper(value);

    public static Vector256<ushort> LowerMask(Vector256<byte> value) => Vector256.WidenLower(value.AsSByte()).AsUInt16();

    public static Vector256<ushort> UpperMask(Vector256<byte> value) => Vector256.WidenUpper(value.AsSByte()).AsUInt16();

    public static Vector256<ushort> And(Vector256<ushort> left, Vector256<ushort> right) => left & right;

    public static Vector256<ushort> Add(Vector256<ushort> left, Vector256<ushort> right) => left + right;

    public static Vector256<ushort> Subtract(Vector256<ushort> left, Vector256<ushort> right) => left - right;

    public static Vector256<ushort> Multiply(Vector256<ushort> left, Vector256<ushort> right) => left * right;

    public static Vector256<ushort> MultiplyHigh(Vector256<ushort> left, Vector256<ushort> right) => Avx2.IsSupported
        ? Avx2.MultiplyHigh(left, right)
        : Vector256.Create(Lanes128.MultiplyHigh(left.GetLower(), right.GetLower()), Lanes128.MultiplyHigh(left.GetUpper(), right.GetUpper()));

    public static ulong AtLeast(Vector256<ushort> left, Vector256<ushort> right) => Vector256.GreaterThanOrEqual(left, right).ExtractMostSignificantBits();
}
