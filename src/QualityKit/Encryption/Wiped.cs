using System.Security.Cryptography;

namespace QualityKit.Encryption;

/// <summary>Bytes that are wiped at the end of their scope, whatever ends it.</summary>
internal readonly ref struct Wiped(Span<byte> bytes) : IDisposable
{
    public Span<byte> Bytes { get; } = bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(Bytes);
}
