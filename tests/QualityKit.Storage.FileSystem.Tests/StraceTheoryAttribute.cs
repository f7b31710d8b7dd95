namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>A theory that traces a child; left out, and said to be, where nothing can be traced.</summary>
internal sealed class StraceTheoryAttribute : TheoryAttribute
{
    public StraceTheoryAttribute() => Skip = Strace.LeftOutBecause;
}
