using System.Collections.Concurrent;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;

namespace QualityKit.Testing.Tests.Durable;

/// <summary>The in-memory blobs, with a file for each in a folder, read again when the store opens. For tests: blobs are held whole.</summary>
internal sealed class FolderBlobStore : IBlobStore
{
    private readonly InMemoryBlobStore _memory = new();
    private readonly ConcurrentDictionary<(TenantId, BlobName), bool> _restored = new();
    private readonly string _folder;
    private readonly BlobRules _rules;

    private FolderBlobStore(string folder, BlobRules rules) => (_folder, _rules) = (folder, rules);

    public BlobCapabilities Capabilities => _memory.Capabilities with { Name = "folder", IsDurable = true };

    public static async Task<FolderBlobStore> OpenAsync(string folder, BlobRules rules)
    {
        var store = new FolderBlobStore(folder, rules);
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            string[] parts = Path.GetFileName(file).Split('+', 2);
            (TenantId tenant, BlobName name) = (new TenantId(parts[0]), new BlobName(parts[1].Replace('+', '/')));
            await using IStagedBlob staged = await store._memory.StageAsync(tenant, name, default);
            await staged.WriteAsync(await File.ReadAllBytesAsync(file), default);
            await staged.CommitAsync(default);
            store._restored.TryAdd((tenant, name), true);
        }

        return store;
    }

    public async ValueTask<IStagedBlob> StageAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) =>
        new Staged(this, tenant, name, await _memory.StageAsync(tenant, name, cancellationToken));

    public ValueTask<BlobInfo?> FindAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) => _memory.FindAsync(tenant, name, cancellationToken);

    public ValueTask<Stream?> OpenAsync(TenantId tenant, BlobName name, long offset, long? length, CancellationToken cancellationToken) => _memory.OpenAsync(tenant, name, offset, length, cancellationToken);

    public async ValueTask<bool> DeleteAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        bool wasThere = await _memory.DeleteAsync(tenant, name, cancellationToken);
        if (wasThere && !_rules.ForgetsDeletions)
        {
            File.Delete(PathOf(tenant, name));
        }

        return wasThere;
    }

    public IAsyncEnumerable<BlobInfo> ListAsync(TenantId tenant, CancellationToken cancellationToken) => _memory.ListAsync(tenant, cancellationToken);

    private string PathOf(TenantId tenant, BlobName name) => Path.Combine(_folder, $"{tenant.Value}+{name.Value.Replace('/', '+')}");

    private sealed class Staged(FolderBlobStore store, TenantId tenant, BlobName name, IStagedBlob staged) : IStagedBlob
    {
        private readonly MemoryStream _bytes = new();

        public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            await staged.WriteAsync(bytes, cancellationToken);
            _bytes.Write(bytes.Span);
            if (store._rules.KeepsStaged && !File.Exists(store.PathOf(tenant, name)))
            {
                await File.WriteAllBytesAsync(store.PathOf(tenant, name), _bytes.ToArray(), cancellationToken);
            }
        }

        public async ValueTask<BlobInfo?> CommitAsync(CancellationToken cancellationToken)
        {
            if (store._rules.FreesNames && store._restored.TryRemove((tenant, name), out _))
            {
                await store._memory.DeleteAsync(tenant, name, cancellationToken);
            }

            BlobInfo? info = await staged.CommitAsync(cancellationToken);
            if (info is not null)
            {
                await File.WriteAllBytesAsync(store.PathOf(tenant, name), store._rules.Kept(_bytes.ToArray()), CancellationToken.None);
            }

            return info;
        }

        public ValueTask DisposeAsync() => staged.DisposeAsync();
    }
}
