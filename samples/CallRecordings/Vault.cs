using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using QualityKit;
using QualityKit.Hosting;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Storage.FileSystem;
using QualityKit.Storage.Sqlite;

namespace CallRecordings;

/// <summary>QualityKit as a product would add it: documents in a SQLite file, payloads in a folder, the root of keys in a key file.</summary>
internal static class Vault
{
    public static TenantId Tenant { get; } = new("acme");

    public static async Task<ServiceProvider> OpenAsync(string folder)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IPeopleDirectory>(new InMemoryPeopleDirectory().Add(
            Tenant,
            new Person { Id = new("recorder"), Roles = ["automation"] },
            new Person { Id = new("ada"), Roles = ["administrator"] },
            new Person { Id = new("quinn"), Roles = ["qualityManager"] }));
        services
            .AddQualityKit(options =>
            {
                // A product takes both secrets from where it keeps its secrets.
                options.Keys.Secret = new RingSecret(SHA256.HashData("the sample's secret of rings"u8));
                options.Keys.Policy = new KeyPolicy { VisibilityDelay = TimeSpan.Zero, BackupHorizon = TimeSpan.FromDays(35) };
            })
            .UseSqlite($"Data Source={Path.Combine(folder, "quality.db")}")
            .UseFileSystemBlobs(Path.Combine(folder, "recordings"))
            .UseKeyFile(Path.Combine(folder, "root.keys"), "the sample's passphrase");
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<QualityKitStartup>().StartAsync(CancellationToken.None);
        return provider;
    }
}
