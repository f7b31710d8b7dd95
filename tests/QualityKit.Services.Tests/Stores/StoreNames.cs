using QualityKit.Storage.PostgreSql.Tests.Servers;

namespace QualityKit.Services.Tests.Stores;

/// <summary>The stores that every test of a service runs over.</summary>
public static class StoreNames
{
    public const string InMemory = "in memory";
    public const string Sqlite = "SQLite";
    public const string PostgreSql = "PostgreSQL";

    /// <summary>All of them; without PostgreSQL where there is none.</summary>
    public static TheoryData<string> All => PostgresPrograms.LeftOutBecause is null ? [InMemory, Sqlite, PostgreSql] : [InMemory, Sqlite];
}
