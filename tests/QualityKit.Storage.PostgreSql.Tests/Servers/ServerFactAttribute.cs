namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>A test that needs a server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute() => Skip = PostgresPrograms.LeftOutBecause;
}
