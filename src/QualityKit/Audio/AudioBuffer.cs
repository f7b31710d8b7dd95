using System.Security.Cryptography;

namespace QualityKit.Audio;

/// <summary>A buffer for audio on its way: never from a shared pool, never moved by the collector, and wiped when disposed. What was said is in it.</summary>
internal sealed class AudioBuffer(int length) : IDisposable
{
    private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(length, pinned: true);

    public Span<byte> Span => _bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
