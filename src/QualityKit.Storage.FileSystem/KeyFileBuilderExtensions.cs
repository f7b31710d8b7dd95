using QualityKit.Storage.FileSystem;
using QualityKit.Storage.Hosting;

namespace QualityKit;

/// <summary>How an application keeps a root of keys in a file.</summary>
public static class KeyFileBuilderExtensions
{
    /// <summary>Adds a root of keys that is kept in a file under a passphrase. Starting makes the file, where no ring needs one that is lost.</summary>
    /// <param name="builder">What is built.</param>
    /// <param name="path">The file. It does not belong beside the database, nor into its backups.</param>
    /// <param name="passphrase">At least 12 characters.</param>
    /// <param name="name">What the root is called, for ever; rings name it.</param>
    /// <exception cref="ArgumentException">The path or the name is empty, or the passphrase too short.</exception>
    public static IQualityKitBuilder UseKeyFile(this IQualityKitBuilder builder, string path, string passphrase, string name = "key-file")
    {
        ArgumentNullException.ThrowIfNull(builder);
        new KeyFile(path, passphrase).Dispose();
        return builder.UseKeyRoot(name, _ => new KeyFile(path, passphrase));
    }
}
