namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>A server that does not wait for the disk, for tests in which no machine fails.</summary>
public sealed class QuickPostgresServer : PostgresServer
{
    protected override string Fsync => "off";
}
