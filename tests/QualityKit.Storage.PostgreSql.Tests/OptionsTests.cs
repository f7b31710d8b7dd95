using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;

namespace QualityKit.Storage.PostgreSql.Tests;

public sealed class OptionsTests
{
    private const string Connection = "Host=db;Username=app;Password=secret";

    [Fact]
    public void The_defaults_need_a_connection_string_and_nothing_else()
    {
        var options = new PostgreSqlStoreOptions { ConnectionString = Connection };
        Assert.Equal(("qualitykit", TimeSpan.FromDays(1), 256), (options.Schema, options.RemembersCommandsFor, options.PreparedStatements));
        var store = new PostgreSqlDocumentStore(options, Notes.Schema);
        Assert.Equal(("PostgreSQL", true, true), (store.Capabilities.Name, store.Capabilities.IsDurable, store.Capabilities.IsShared));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_and_no_password_with_it()
    {
        var options = new PostgreSqlStoreOptions
        {
            ConnectionString = "Password=secret;Nonsense=1",
            ReplicaConnectionString = "Username=app;Password=secret",
            Schema = "Robert'); DROP",
            RemembersCommandsFor = TimeSpan.FromHours(23),
            PreparedStatements = -1,
        };
        var error = Assert.Throws<ArgumentException>(() => new PostgreSqlDocumentStore(options, Notes.Schema));
        foreach (string option in (string[])["ConnectionString", "ReplicaConnectionString", "Schema", "RemembersCommandsFor", "PreparedStatements"])
        {
            Assert.Contains($"`{option}`", error.Message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_of_the_host_takes_the_place_of_a_connection_string()
    {
        await using var source = NpgsqlDataSource.Create(Connection);
        await using (new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { DataSource = source }, Notes.Schema))
        {
        }

        await using NpgsqlConnection stillOpen = source.CreateConnection();
        Assert.Throws<ArgumentException>(() => new PostgreSqlDocumentStore(new PostgreSqlStoreOptions(), Notes.Schema));
        Assert.Throws<ArgumentException>(() => new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { DataSource = source, ConnectionString = Connection }, Notes.Schema));
    }

    [Fact]
    public async Task A_host_that_uses_PostgreSQL_finds_the_store_behind_its_guard()
    {
        var builder = new Builder();
        builder.UsePostgreSql(Connection).UsePostgreSql(Connection);
        builder.Services.AddKeyedSingleton("main", Notes.Schema);
        await using ServiceProvider services = builder.Services.BuildServiceProvider();
        Assert.Empty(StorageSlots.Problems(services, "main"));
        Assert.IsType<CheckedDocumentStore>(services.GetRequiredKeyedService<IDocumentStore>("main"));
        Assert.Same(services.GetRequiredKeyedService<PostgreSqlDocumentStore>("main"), services.GetRequiredKeyedService<IStoreMaintenance>("main"));
    }

    [Fact]
    public void Two_calls_with_different_settings_are_refused()
    {
        var builder = new Builder();
        builder.UsePostgreSql(Connection).UsePostgreSql(Connection, options => options.Schema = "other");
        using ServiceProvider services = builder.Services.BuildServiceProvider();
        string problem = Assert.Single(StorageSlots.Problems(services, "main"));
        Assert.Contains("`UsePostgreSql` with different settings", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_are_wrong_fail_where_they_are_set() =>
        Assert.Throws<ArgumentException>(() => new Builder().UsePostgreSql(Connection, options => options.Schema = ""));

    private sealed class Builder : IQualityKitBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public string Name => "main";
    }
}
