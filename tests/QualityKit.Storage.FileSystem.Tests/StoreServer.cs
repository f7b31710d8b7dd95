using System.Collections.Concurrent;
using System.Text;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>A store in a process of its own, asked through its standard input: so that killing it is killing it.</summary>
internal static class StoreServer
{
    public static async Task<int> Run(string folder)
    {
        using var store = new FileSystemBlobStore(new FileSystemBlobOptions { Folder = folder }, TimeProvider.System);
        using var requests = new BinaryReader(Console.OpenStandardInput(), Encoding.UTF8);
        await using var replies = new BinaryWriter(Console.OpenStandardOutput(), Encoding.UTF8);
        var staged = new ConcurrentDictionary<int, IStagedBlob>();
        while (true)
        {
            await Answer(store, staged, requests, replies);
            replies.Flush();
        }
    }

    private static async Task Answer(FileSystemBlobStore store, ConcurrentDictionary<int, IStagedBlob> staged, BinaryReader requests, BinaryWriter replies)
    {
        switch (requests.ReadChar())
        {
            case 'S':
                int made = requests.ReadInt32();
                staged[made] = await store.StageAsync(new TenantId(requests.ReadString()), new BlobName(requests.ReadString()), CancellationToken.None);
                break;
            case 'W':
                await staged[requests.ReadInt32()].WriteAsync(requests.ReadBytes(requests.ReadInt32()), CancellationToken.None);
                break;
            case 'C':
                Reply(replies, await staged[requests.ReadInt32()].CommitAsync(CancellationToken.None));
                return;
            case 'D':
                await staged[requests.ReadInt32()].DisposeAsync();
                break;
            case 'F':
                Reply(replies, await store.FindAsync(new TenantId(requests.ReadString()), new BlobName(requests.ReadString()), CancellationToken.None));
                return;
        }

        replies.Write(true);
    }

    private static void Reply(BinaryWriter replies, BlobInfo? info)
    {
        replies.Write(info is not null);
        if (info is not null)
        {
            replies.Write(info.Length);
            replies.Write(info.Crc32C);
        }
    }
}
