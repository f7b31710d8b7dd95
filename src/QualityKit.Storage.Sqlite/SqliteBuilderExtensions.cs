using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.Sqlite;

namespace QualityKit;

/// <summary>Keeps what QualityKit has to remember in a SQLite file.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>Keeps documents in a SQLite file.</summary>
    /// <param name="builder">What <c>AddQualityKit()</c> returned.</param>
    /// <param name="connectionString">Which file: <c>Data Source=quality.db</c>.</param>
    /// <exception cref="ArgumentException">The connection string names no file.</exception>
    public static IQualityKitBuilder UseSqlite(this IQualityKitBuilder builder, string connectionString) =>
        builder.UseSqlite(options => options.ConnectionString = connectionString);

    /// <summary>Keeps documents in a SQLite file.</summary>
    /// <param name="builder">What <c>AddQualityKit()</c> returned.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentException">An option is outside its range; the message says which.</exception>
    public static IQualityKitBuilder UseSqlite(this IQualityKitBuilder builder, Action<SqliteStoreOptions> configure)
    {
        (SqliteStoreOptions options, string settings) = Configured(builder, configure);
        (string, string) file = File(builder, options, settings);
        return builder.UseDocumentStore(
            nameof(UseSqlite), settings, (provider, schema) => new SqliteDocumentStore(provider.GetRequiredKeyedService<SqliteDatabase>(file), schema));
    }

    /// <summary>Keeps blobs in a SQLite file as well; with the settings of <c>UseSqlite</c> in the same one. For recordings of any length use files or an object store.</summary>
    /// <param name="builder">What <c>AddQualityKit()</c> returned.</param>
    /// <param name="connectionString">Which file.</param>
    /// <exception cref="ArgumentException">The connection string names no file.</exception>
    public static IQualityKitBuilder UseSqliteBlobs(this IQualityKitBuilder builder, string connectionString) =>
        builder.UseSqliteBlobs(options => options.ConnectionString = connectionString);

    /// <summary>Keeps blobs in a SQLite file as well; with the settings of <c>UseSqlite</c> in the same one. For recordings of any length use files or an object store.</summary>
    /// <param name="builder">What <c>AddQualityKit()</c> returned.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentException">An option is outside its range; the message says which.</exception>
    public static IQualityKitBuilder UseSqliteBlobs(this IQualityKitBuilder builder, Action<SqliteStoreOptions> configure)
    {
        (SqliteStoreOptions options, string settings) = Configured(builder, configure);
        (string, string) file = File(builder, options, settings);
        return builder.UseBlobStore(nameof(UseSqliteBlobs), settings, provider => new SqliteBlobStore(provider.GetRequiredKeyedService<SqliteDatabase>(file)));
    }

    private static (SqliteStoreOptions Options, string Settings) Configured(IQualityKitBuilder builder, Action<SqliteStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new SqliteStoreOptions();
        configure(options);
        return (options, string.Create(CultureInfo.InvariantCulture, $"{options.Checked()}"));
    }

    // Both stores share one file, and with it its connections, where they have the same settings.
    private static (string Name, string Settings) File(IQualityKitBuilder builder, SqliteStoreOptions options, string settings)
    {
        (string, string) key = (builder.Name, settings);
        builder.Services.TryAddKeyedSingleton(key, (provider, _) => new SqliteDatabase(options, provider.GetRequiredService<TimeProvider>()));
        return key;
    }
}
