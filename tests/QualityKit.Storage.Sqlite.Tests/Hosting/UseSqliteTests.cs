using Microsoft.Extensions.DependencyInjection;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;

namespace QualityKit.Storage.Sqlite.Tests.Hosting;

public class UseSqliteTests
{
    [Fact]
    public async Task Documents_and_blobs_with_the_same_settings_share_one_database()
    {
        using var folder = new StoreFolder();
        await using ServiceProvider provider = Build(builder => builder.UseSqlite($"Data Source={folder.File}").UseSqliteBlobs($"Data Source={folder.File}"));

        var store = provider.GetRequiredKeyedService<IDocumentStore>("quality");
        Assert.IsType<CheckedDocumentStore>(store);
        Assert.True((await store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), default), default)).IsCommitted);
        Assert.Equal("SQLite", provider.GetRequiredKeyedService<IBlobStore>("quality").Capabilities.Name);
        await provider.GetRequiredKeyedService<IStoreMaintenance>("quality").EnsureSchemaAsync(default);
        Assert.True(File.Exists(folder.File + "-wal"));

        await provider.DisposeAsync();
        Assert.False(File.Exists(folder.File + "-wal"), "the file was not closed with the services");
    }

    [Fact]
    public void Saying_it_twice_is_harmless_and_saying_it_differently_is_refused()
    {
        using var folder = new StoreFolder();
        using ServiceProvider twice = Build(builder => builder.UseSqlite($"Data Source={folder.File}").UseSqlite(options => options.ConnectionString = $"Data Source={folder.File}"));
        using ServiceProvider other = Build(builder => builder.UseSqlite($"Data Source={folder.File}").UseSqlite("Data Source=other.db"));

        Assert.Empty(StorageSlots.Problems(twice, "quality"));
        Assert.Equal("the document store is filled more than once, by `UseSqlite` with different settings: keep one", Assert.Single(StorageSlots.Problems(other, "quality")));
    }

    [Fact]
    public void A_wrong_option_is_refused_where_it_is_said() =>
        Assert.Throws<ArgumentException>(() => Build(builder => builder.UseSqlite("Data Source=:memory:")));

    private static ServiceProvider Build(Action<IQualityKitBuilder> use)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddKeyedSingleton("quality", StoreFolder.Schema);
        use(new Builder(services));
        return services.BuildServiceProvider();
    }

    private sealed class Builder(IServiceCollection services) : IQualityKitBuilder
    {
        public IServiceCollection Services { get; } = services;

        public string Name => "quality";
    }
}
