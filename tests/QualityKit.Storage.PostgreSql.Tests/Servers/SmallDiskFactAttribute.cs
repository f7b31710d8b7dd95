namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>A test that needs a disk that is soon full.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.LeftOutBecause;
}
