using System.Security.Cryptography;

namespace QualityKit.Vault;

/// <summary>A buffer for recordings, and for keys on their way: our own, never from a shared pool, never moved by the collector, and wiped when disposed.</summary>
internal sealed class OwnedBuffer(int length) : IDisposable
{
    private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(length, pinned: true);

    public Memory<byte> Memory => _bytes;

    public Span<byte> Span => _bytes;

    /// <summary>Copies what is left of a stream as <see cref="Stream.CopyToAsync(Stream, int, CancellationToken)"/> does.</summary>
    public static async Task CopyAsync(Stream source, Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        using var buffer = new OwnedBuffer(bufferSize);
        int read;
        while ((read = await source.ReadAsync(buffer.Memory, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await destination.WriteAsync(buffer.Memory[..read], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Wipes it before its time.</summary>
    public void Wipe() => CryptographicOperations.ZeroMemory(_bytes);

    public void Dispose() => Wipe();
}
