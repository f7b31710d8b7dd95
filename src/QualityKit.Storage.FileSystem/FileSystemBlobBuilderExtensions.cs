using Microsoft.Extensions.DependencyInjection;
using QualityKit.Storage.FileSystem;
using QualityKit.Storage.Hosting;

namespace QualityKit;

/// <summary>Keeps blobs in a folder.</summary>
public static class FileSystemBlobBuilderExtensions
{
    /// <summary>Keeps blobs in a folder, with the defaults of <see cref="FileSystemBlobOptions"/>.</summary>
    /// <param name="builder">What is built.</param>
    /// <param name="folder">The folder; it belongs to the store alone.</param>
    public static IQualityKitBuilder UseFileSystemBlobs(this IQualityKitBuilder builder, string folder) => builder.UseFileSystemBlobs(options => options.Folder = folder);

    /// <summary>Keeps blobs in a folder.</summary>
    /// <param name="builder">What is built.</param>
    /// <param name="configure">Says where and how.</param>
    /// <exception cref="ArgumentException">The options say no folder, or a time that is too short.</exception>
    public static IQualityKitBuilder UseFileSystemBlobs(this IQualityKitBuilder builder, Action<FileSystemBlobOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new FileSystemBlobOptions();
        configure(options);
        options.Check();
        string settings = string.Join('\n', Path.GetFullPath(options.Folder), options.CreateFolder, options.FilePermissions, options.FolderPermissions, options.AbandonedAfter);
        return builder.UseBlobStore(nameof(UseFileSystemBlobs), settings, services => new FileSystemBlobStore(options, services.GetRequiredService<TimeProvider>()));
    }
}
