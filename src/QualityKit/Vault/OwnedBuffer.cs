using System.Security.Cryptography;

namespace QualityKit.Vault;

/// <summary>A buffer for recordings: our own, never from a shared pool, never moved by the collector, and wiped when disposed.</summary>
internal sealed class OwnedBuffer(int length) : IDisposable
{
    private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(length, pinned: true);

    public Memory<byte> Memory => _bytes;

    public Span<byte> Span => _bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
