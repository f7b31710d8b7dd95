using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>A folder that goes when the test ends, and short words for blobs in it.</summary>
internal sealed class TempFolder : IDisposable
{
    public static TenantId Tenant { get; } = new("tenant-a");

    public string Path { get; } = Directory.CreateTempSubdirectory("qualitykit-blobs-").FullName;

    public string Blobs => System.IO.Path.Combine(Path, "blobs");

    public FileSystemBlobStore Open(TimeProvider? time = null) => new(new FileSystemBlobOptions { Folder = Blobs }, time ?? TimeProvider.System);

    /// <summary>Every file below the blobs' folder but mark and leases, by its path from there.</summary>
    public string[] Files() =>
        [.. Directory.EnumerateFiles(Blobs, "*", SearchOption.AllDirectories)
            .Where(file => System.IO.Path.GetFileName(file) is not ("qualitykit-blobs" or "lease"))
            .Select(file => System.IO.Path.GetRelativePath(Blobs, file))
            .Order(StringComparer.Ordinal)];

    /// <summary>Bytes that differ from place to place, the same each time.</summary>
    public static byte[] Bytes(int count, int seed = 1)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static async Task<BlobInfo?> Put(IBlobStore store, string name, byte[] bytes, int step = 64 * 1024, TenantId? tenant = null)
    {
        await using IStagedBlob staged = await store.StageAsync(tenant ?? Tenant, new BlobName(name), CancellationToken.None);
        foreach (byte[] piece in bytes.Chunk(step))
        {
            await staged.WriteAsync(piece, CancellationToken.None);
        }

        return await staged.CommitAsync(CancellationToken.None);
    }

    public static async Task<byte[]?> Get(IBlobStore store, string name, TenantId? tenant = null)
    {
        await using Stream? stream = await store.OpenAsync(tenant ?? Tenant, new BlobName(name), 0, null, CancellationToken.None);
        if (stream is null)
        {
            return null;
        }

        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    public static async Task<List<string>> Names(IBlobStore store, TenantId? tenant = null)
    {
        var names = new List<string>();
        await foreach (BlobInfo info in store.ListAsync(tenant ?? Tenant, CancellationToken.None))
        {
            names.Add(info.Name.Value);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
