using System.Collections.Concurrent;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Blobs;
using QualityKit.Testing.Tests.Documents;
using QualityKit.Testing.Tests.Durable;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Blobs;

/// <summary>Blob stores that are wrong in one place each, and the case that has to notice.</summary>
internal static class WrongBlobStores
{
    public static BlobCapabilities Durable { get; } = new InMemoryBlobStore().Capabilities with { Name = "folder", IsDurable = true };

    public static IEnumerable<WrongProvider> All { get; } =
    [
        Wrong("a blob is written over another", right => new SpoiledBlobStore(right) { Stage = (store, tenant, name, stop) => Staged(store.StageAsync(tenant, name, stop), inner => new SpoiledStaged(inner) { Commit = Over(store, tenant, name) }) }, "a name can be used once"),
        Wrong("ranges begin one byte late", right => new SpoiledBlobStore(right) { Open = (store, range, stop) => store.OpenAsync(range.Tenant, range.Name, range.Offset > 0 ? range.Offset + 1 : 0, range.Length, stop) }, "any range can be read"),
        Wrong("ranges have no end", right => new SpoiledBlobStore(right) { Open = (store, range, stop) => store.OpenAsync(range.Tenant, range.Name, range.Offset, null, stop) }, "any range can be read"),
        Wrong("a range of no bytes is the whole rest", right => new SpoiledBlobStore(right) { Open = (store, range, stop) => store.OpenAsync(range.Tenant, range.Name, range.Offset, range.Length == 0 ? null : range.Length, stop) }, "a range of no bytes is empty, not an error"),
        Wrong("a checksum is that of nothing", right => new SpoiledBlobStore(right) { Find = async (store, tenant, name, stop) => await store.FindAsync(tenant, name, stop) is { } info ? info with { Crc32C = 0 } : null }, "length and checksum are those of the bytes"),
        Wrong("blobs of all tenants are one", right => new SpoiledBlobStore(right) { Stage = (store, _, name, stop) => store.StageAsync(Everyone, name, stop), Find = (store, _, name, stop) => store.FindAsync(Everyone, name, stop), Open = (store, range, stop) => store.OpenAsync(Everyone, range.Name, range.Offset, range.Length, stop), Delete = (store, _, name, stop) => store.DeleteAsync(Everyone, name, stop), List = (store, _, stop) => store.ListAsync(Everyone, stop) }, "a tenant sees its own blobs only"),
        Wrong("deleting removes all whose name begins alike", right => new SpoiledBlobStore(right) { Delete = DeleteAlike }, "a deleted blob is gone, and only that one"),
        Wrong("a blob that is dropped is committed", right => new SpoiledBlobStore(right) { Stage = (store, tenant, name, stop) => Staged(store.StageAsync(tenant, name, stop), inner => new SpoiledStaged(inner) { Drop = CommitAndDrop }) }, "a blob that was not committed never was"),
        Wrong("cancelled writes go on", right => new SpoiledBlobStore(right) { Stage = (store, tenant, name, stop) => Staged(store.StageAsync(tenant, name, stop), inner => new SpoiledStaged(inner) { Write = (staged, bytes, _) => staged.WriteAsync(bytes, default) }) }, "a caller that gave up changes nothing"),
        Wrong("a cancelled listing goes on", right => new SpoiledBlobStore(right) { List = (store, tenant, _) => store.ListAsync(tenant, default) }, "a caller that gave up gets no list and stages nothing"),
        Wrong("a listing has its first page only", right => new SpoiledBlobStore(right) { List = (store, tenant, stop) => store.ListAsync(tenant, stop).Take(50) }, "a listing has every blob once"),
        Wrong("a missing blob is an empty one", right => new SpoiledBlobStore(right) { Open = async (store, range, stop) => await store.OpenAsync(range.Tenant, range.Name, range.Offset, range.Length, stop) ?? new MemoryStream() }, "a missing blob is nothing, not an error"),
        Wrong("deleting says yes whatever was there", right => new SpoiledBlobStore(right) { Delete = async (store, tenant, name, stop) => await store.DeleteAsync(tenant, name, stop) || true }, "a deleted blob is gone, and only that one"),
        Wrong("written bytes are not copied", right => new SpoiledBlobStore(right) { Stage = (store, tenant, name, stop) => Staged(store.StageAsync(tenant, name, stop), SharedBytes) }, "what a writer does to its bytes afterwards changes nothing"),
        Wrong("names are cut at 190 letters", right => new SpoiledBlobStore(right) { Stage = (store, tenant, name, stop) => store.StageAsync(tenant, Short(name), stop), Find = (store, tenant, name, stop) => store.FindAsync(tenant, Short(name), stop), Open = (store, range, stop) => store.OpenAsync(range.Tenant, Short(range.Name), range.Offset, range.Length, stop), Delete = (store, tenant, name, stop) => store.DeleteAsync(tenant, Short(name), stop) }, "a name of 200 letters is kept whole"),
        Wrong("a large blob is read up to 8 MiB", right => new SpoiledBlobStore(right) { Open = (store, range, stop) => store.OpenAsync(range.Tenant, range.Name, range.Offset, Math.Min(range.Length ?? long.MaxValue, Math.Max(0, (8L << 20) - range.Offset)), stop) }, "a large blob in pieces is whole, and any range of it can be read"),
        Wrong("a commit looks before it writes", right => new SpoiledBlobStore(right) { Stage = (store, tenant, name, stop) => Staged(store.StageAsync(tenant, name, stop), inner => new SpoiledStaged(inner) { Commit = LookThenWrite(store, tenant, name) }) }, "of many that commit one name one wins, and its bytes are whole", Needs.Concurrency),
        Wrong("all that write at once share a buffer", SharedBuffer, "blobs that are written at once do not mix", Needs.Concurrency),
        Wrong("the name of a deleted blob stays used", UsedNames, "the name of a deleted blob is free for another"),
        Kept("a blob that was being written is there after a restart", new BlobRules { KeepsStaged = true }, "a blob that was being written is not there after a kill"),
        Kept("deletions are forgotten at a restart", new BlobRules { ForgetsDeletions = true }, "a deleted blob stays deleted after a kill"),
        Kept("the last bytes are still in memory when the store is killed", new BlobRules { Kept = bytes => bytes[..(bytes.Length - (bytes.Length % 4_096))] }, "the last bytes before the commit are there after a kill"),
        Kept("names are free again after a restart", new BlobRules { FreesNames = true }, "a name stays used after a kill"),
    ];

    private static TenantId Everyone { get; } = new("everyone");

    private static WrongProvider Wrong(string name, Func<IBlobStore, IBlobStore> spoil, string caught, Needs needs = Needs.Nothing) =>
        new($"blobs: {name}", caught, needs, options => BlobStoreKit.Cases(new InMemoryBlobStore().Capabilities, () => new InMemoryBlobHarness(spoil), options));

    private static WrongProvider Kept(string name, BlobRules rules, string caught) =>
        new($"blobs: {name}", caught, Needs.Restart, options => BlobStoreKit.Cases(Durable, () => new FolderBlobHarness(rules), options));

    private static BlobName Short(BlobName name) => new(name.Value[..Math.Min(name.Value.Length, 190)].TrimEnd('/'));

    private static async ValueTask<IStagedBlob> Staged(ValueTask<IStagedBlob> staging, Func<IStagedBlob, IStagedBlob> spoil) => spoil(await staging);

    private static Func<IStagedBlob, CancellationToken, ValueTask<BlobInfo?>> Over(IBlobStore store, TenantId tenant, BlobName name) => async (staged, stop) =>
    {
        stop.ThrowIfCancellationRequested();
        await store.DeleteAsync(tenant, name, default);
        return await staged.CommitAsync(stop);
    };

    private static Func<IStagedBlob, CancellationToken, ValueTask<BlobInfo?>> LookThenWrite(IBlobStore store, TenantId tenant, BlobName name) => async (staged, stop) =>
    {
        stop.ThrowIfCancellationRequested();
        if (await store.FindAsync(tenant, name, stop) is not null)
        {
            return await staged.CommitAsync(stop);
        }

        await Batches.GiveWay();
        await store.DeleteAsync(tenant, name, default);
        return await staged.CommitAsync(stop);
    };

    private static SpoiledBlobStore UsedNames(IBlobStore right)
    {
        var used = new ConcurrentDictionary<(TenantId, BlobName), bool>();
        return new SpoiledBlobStore(right)
        {
            Delete = async (store, tenant, name, stop) => await store.DeleteAsync(tenant, name, stop) && (used[(tenant, name)] = true),
            Stage = (store, tenant, name, stop) => Staged(store.StageAsync(tenant, name, stop), inner => new SpoiledStaged(inner)
            {
                Commit = async (staged, cancel) =>
                {
                    cancel.ThrowIfCancellationRequested();
                    return used.ContainsKey((tenant, name)) ? null : await staged.CommitAsync(cancel);
                },
            }),
        };
    }

    private static async ValueTask<bool> DeleteAlike(IBlobStore store, TenantId tenant, BlobName name, CancellationToken stop)
    {
        bool wasThere = await store.DeleteAsync(tenant, name, stop);
        foreach (BlobInfo alike in await store.ListAsync(tenant, stop).Where(info => info.Name.Value.StartsWith(name.Value, StringComparison.Ordinal)).ToListAsync(stop))
        {
            await store.DeleteAsync(tenant, alike.Name, stop);
        }

        return wasThere;
    }

    private static async ValueTask CommitAndDrop(IStagedBlob staged)
    {
        try
        {
            await staged.CommitAsync(default);
        }
        catch (ObjectDisposedException)
        {
            // It was committed before.
        }

        await staged.DisposeAsync();
    }

    private static SpoiledStaged SharedBytes(IStagedBlob inner)
    {
        var pieces = new List<ReadOnlyMemory<byte>>();
        return new SpoiledStaged(inner)
        {
            Write = async (staged, bytes, stop) =>
            {
                await staged.WriteAsync(default, stop);
                pieces.Add(bytes);
            },
            Commit = async (staged, stop) =>
            {
                foreach (ReadOnlyMemory<byte> piece in pieces)
                {
                    await staged.WriteAsync(piece, stop);
                }

                return await staged.CommitAsync(stop);
            },
        };
    }

    // One buffer for all: a writer that gives way in between finds another's bytes in it.
    private static SpoiledBlobStore SharedBuffer(IBlobStore right)
    {
        byte[] buffer = new byte[1 << 24];
        return new SpoiledBlobStore(right)
        {
            Stage = (store, tenant, name, stop) => Staged(store.StageAsync(tenant, name, stop), inner => new SpoiledStaged(inner)
            {
                Write = async (staged, bytes, cancel) =>
                {
                    cancel.ThrowIfCancellationRequested();
                    bytes.CopyTo(buffer);
                    await Batches.GiveWay();
                    await staged.WriteAsync(buffer.AsMemory(0, bytes.Length), cancel);
                },
            }),
        };
    }
}
