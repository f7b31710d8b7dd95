using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace QualityKit.Rescoring;

/// <summary>Vectors of 512 bits: 64 sheets at a time.</summary>
internal readonly struct Lanes512 : ILanes<Vector512<byte>, Vector512<ushort>>
{
    public static int Width => 64;

    public static Vector512<byte> Fill(byte value) => Vector512.Create(value);

    public static Vector512<byte> And(Vector512<byte> left, Vector512<byte> right) => left & right;

    public static Vector512<byte> Or(Vector512<byte> left, Vector512<byte> right) => left | right;

    public static Vector512<byte> Not(Vector512<byte> value) => ~value;

    public static Vector512<byte> Add(Vector512<byte> left, Vector512<byte> right) => left + right;

    public static Vector512<byte> Equal(Vector512<byte> left, Vector512<byte> right) => Vector512.Equals(left, right);

    public static Vector512<byte> Shift(Vector512<byte> value, int bits) => (value.AsUInt16() >>> bits).AsByte();

    public static Vector512<byte> Find(Vector512<byte> table, Vector512<byte> places) => Avx512BW.IsSupported
        ? Avx512BW.Shuffle(table, places)
        : Vector512.Create(Lanes256.Find(table.GetLower(), places.GetLower()), Lanes256.Find(table.GetUpper(), places.GetUpper()));

    public static ulong Bits(Vector512<byte> value) => value.ExtractMostSignificantBits();

    public static Vector512<ushort> Fill(ushort value) => Vector512.Create(value);

    public static Vector512<ushort> Lower(Vector512<byte> value) => Vector512.WidenLower(value);

    public static Vector512<ushort> Upper(Vector512<byte> value) => Vector512.WidenUpper(value);

    public static Vector512<ushort> LowerMask(Vector512<byte> value) => Vector512.WidenLower(value.AsSByte()).AsUInt16();

    public static Vector512<ushort> UpperMask(Vector512<byte> value) => Vector512.WidenUpper(value.AsSByte()).AsUInt16();

    public static Vector512<ushort> And(Vector512<ushort> left, Vector512<ushort> right) => left & right;

    public static Vector512<ushort> Add(Vector512<ushort> left, Vector512<ushort> right) => left + right;

    public static Vector512<ushort> Subtract(Vector512<ushort> left, Vector512<ushort> right) => left - right;

    public static Vector512<ushort> Multiply(Vector512<ushort> left, Vector512<ushort> right) => left * right;

    public static Vector512<ushort> MultiplyHigh(Vector512<ushort> left, Vector512<ushort> right) => Avx512BW.IsSupported
        ? Avx512BW.MultiplyHigh(left, right)
        : Vector512.Create(Lanes256.MultiplyHigh(left.GetLower(), right.GetLower()), Lanes256.MultiplyHigh(left.GetUpper(), right.GetUpper()));

    public static ulong AtLeast(Vector512<ushort> left, Vector512<ushort> right) => Vector512.GreaterThanOrEqual(left, right).ExtractMostSignificantBits();
}
