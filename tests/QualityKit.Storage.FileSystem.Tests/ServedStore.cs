using System.Diagnostics;
using System.Text;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>Writes through a store in a child process, and reads the same folder from here, as two nodes would.</summary>
internal sealed class ServedStore(string folder) : IBlobStore, IDisposable
{
    private readonly Process _child = Child.Start(Child.Command("serve", folder));

    private readonly FileSystemBlobStore _own = new(new FileSystemBlobOptions { Folder = folder }, TimeProvider.System);

    private readonly Lock _asking = new();

    private int _count;

    public BlobCapabilities Capabilities => _own.Capabilities;

    public ValueTask<IStagedBlob> StageAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int number = Interlocked.Increment(ref _count);
        Ask('S', requests =>
        {
            requests.Write(number);
            requests.Write(tenant.Value);
            requests.Write(name.Value);
        });
        return new(new ServedBlob(this, number, name));
    }

    public ValueTask<BlobInfo?> FindAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) => _own.FindAsync(tenant, name, cancellationToken);

    public ValueTask<Stream?> OpenAsync(TenantId tenant, BlobName name, long offset, long? length, CancellationToken cancellationToken) => _own.OpenAsync(tenant, name, offset, length, cancellationToken);

    public ValueTask<bool> DeleteAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) => _own.DeleteAsync(tenant, name, cancellationToken);

    public IAsyncEnumerable<BlobInfo> ListAsync(TenantId tenant, CancellationToken cancellationToken) => _own.ListAsync(tenant, cancellationToken);

    public void Kill()
    {
        _child.Kill();
        _child.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _child.Dispose();
        _own.Dispose();
    }

    /// <summary>Null when the answer is no.</summary>
    private (long Length, uint Checksum)? Ask(char what, Action<BinaryWriter> request, bool isInfo = false)
    {
        lock (_asking)
        {
            var requests = new BinaryWriter(_child.StandardInput.BaseStream, Encoding.UTF8, leaveOpen: true);
            requests.Write(what);
            request(requests);
            requests.Flush();
            var replies = new BinaryReader(_child.StandardOutput.BaseStream, Encoding.UTF8, leaveOpen: true);
            return !replies.ReadBoolean() ? null : isInfo ? (replies.ReadInt64(), replies.ReadUInt32()) : (0, 0);
        }
    }

    private sealed class ServedBlob(ServedStore store, int number, BlobName name) : IStagedBlob
    {
        private bool _isOver;

        public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(_isOver, this);
            store.Ask('W', requests =>
            {
                requests.Write(number);
                requests.Write(bytes.Length);
                requests.Write(bytes.Span);
            });
            return default;
        }

        public ValueTask<BlobInfo?> CommitAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(_isOver, this);
            _isOver = true;
            (long Length, uint Checksum)? done = store.Ask('C', requests => requests.Write(number), isInfo: true);
            return new(done is { } info ? new BlobInfo { Name = name, Length = info.Length, Crc32C = info.Checksum } : null);
        }

        public ValueTask DisposeAsync()
        {
            _isOver = true;
            if (!store._child.HasExited)
            {
                store.Ask('D', requests => requests.Write(number));
            }

            return default;
        }
    }
}
