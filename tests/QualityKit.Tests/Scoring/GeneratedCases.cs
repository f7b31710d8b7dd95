using QualityKit.Reference;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>The generated cases that tests look at: other ones in every run, unless <c>QUALITYKIT_SEED</c> says which.</summary>
internal static class GeneratedCases
{
    private const int FewCases = 50;

    /// <summary>The seed to print where a test fails.</summary>
    public static long Seed { get; } =
        long.TryParse(Environment.GetEnvironmentVariable("QUALITYKIT_SEED"), out long seed) ? seed : Environment.TickCount64;

    /// <summary>Whether the library is being mutated, or <c>QUALITYKIT_DIFFERENTIAL=off</c>: then few cases do, since every mutant meets the vectors.</summary>
    public static bool AreFew { get; } =
        Environment.GetEnvironmentVariable("QUALITYKIT_DIFFERENTIAL") == "off"
        || typeof(Scorer).Assembly.GetTypes().Any(type => type.Namespace?.StartsWith("Stryker", StringComparison.Ordinal) == true);

    /// <summary>So many cases, or as many as <c>QUALITYKIT_CASES</c> says, or few.</summary>
    public static IEnumerable<GeneratedCase> Many(int usual) => CaseGenerator.Many(Seed, Count(usual));

    /// <summary>How many cases to look at, where so many are usual.</summary>
    public static int Count(int usual) =>
        AreFew ? Math.Min(FewCases, usual)
        : int.TryParse(Environment.GetEnvironmentVariable("QUALITYKIT_CASES"), out int cases) ? cases
        : usual;
}
