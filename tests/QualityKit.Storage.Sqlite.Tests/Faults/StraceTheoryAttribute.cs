namespace QualityKit.Storage.Sqlite.Tests.Faults;

/// <summary>A theory that needs strace. Where it is missing, or may not trace, the test is left out and says so, unless the environment demands it.</summary>
internal sealed class StraceTheoryAttribute : TheoryAttribute
{
    public StraceTheoryAttribute()
    {
        if (Strace.IsMissing && Environment.GetEnvironmentVariable("QUALITYKIT_REQUIRE_SERVERS") != "1")
        {
            Skip = "strace is not installed, or may not trace here";
        }
    }
}
