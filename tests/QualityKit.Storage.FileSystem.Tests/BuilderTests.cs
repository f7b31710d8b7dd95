using Microsoft.Extensions.DependencyInjection;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Hosting;

namespace QualityKit.Storage.FileSystem.Tests;

public class BuilderTests
{
    [Fact]
    public async Task A_host_keeps_blobs_in_the_folder_that_it_names()
    {
        using var folder = new TempFolder();
        var builder = new Builder();
        builder.UseFileSystemBlobs(folder.Blobs).UseFileSystemBlobs(folder.Blobs);
        builder.Services.AddSingleton(TimeProvider.System);
        using ServiceProvider services = builder.Services.BuildServiceProvider();
        Assert.Empty(StorageSlots.Problems(services, "second"));
        Assert.NotNull(await TempFolder.Put(services.GetRequiredKeyedService<IBlobStore>("second"), "a", [1]));
        Assert.Equal(["b-a"], folder.Files().Select(Path.GetFileName));
    }

    [Fact]
    public void Two_folders_for_one_slot_are_refused()
    {
        var builder = new Builder();
        builder.UseFileSystemBlobs("one").UseFileSystemBlobs("two");
        using ServiceProvider services = builder.Services.BuildServiceProvider();
        Assert.Contains("UseFileSystemBlobs", Assert.Single(StorageSlots.Problems(services, "second")));
    }

    private sealed class Builder : IQualityKitBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public string Name => "second";
    }
}
