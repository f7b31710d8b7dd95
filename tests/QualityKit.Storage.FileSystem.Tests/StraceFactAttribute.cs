namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>A test that traces a child; left out, and said to be, where nothing can be traced.</summary>
internal sealed class StraceFactAttribute : FactAttribute
{
    public StraceFactAttribute() => Skip = Strace.LeftOutBecause;
}
