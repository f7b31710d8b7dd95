using System.Globalization;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Tests.Matrix;

/// <summary>Other seeds in every run, unless <c>QUALITYKIT_SEED</c> names one; every failure names its seed.</summary>
internal static class Seeds
{
    public static long Value { get; } = long.TryParse(Environment.GetEnvironmentVariable("QUALITYKIT_SEED"), CultureInfo.InvariantCulture, out long given) ? given : Random.Shared.Next(1, 1_000_000);

    public static ConformanceOptions Options { get; } = new() { Seed = Value };
}
