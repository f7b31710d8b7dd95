using System.Numerics;

namespace QualityKit.Methods;

/// <summary>The two parts of a fraction in lowest terms that 64-bit integers cannot hold.</summary>
internal sealed record WideFraction(BigInteger Numerator, BigInteger Denominator);
