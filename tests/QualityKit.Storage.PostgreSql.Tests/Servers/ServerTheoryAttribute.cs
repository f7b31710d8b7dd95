namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>A theory that needs a server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerTheoryAttribute : TheoryAttribute
{
    public ServerTheoryAttribute() => Skip = PostgresPrograms.LeftOutBecause;
}
