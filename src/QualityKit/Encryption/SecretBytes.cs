using System.Security.Cryptography;

namespace QualityKit.Encryption;

/// <summary>Secret bytes in memory of our own that the collector never moves or copies. They are wiped when the owner has disposed them and nobody uses them any more.</summary>
internal sealed class SecretBytes : IDisposable
{
    private readonly byte[] _bytes;
    private int _holders = 1;
    private int _isDisposed;

    public SecretBytes(ReadOnlySpan<byte> bytes)
    {
        _bytes = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(_bytes);
    }

    /// <summary>Uses the bytes: they stay until the holder lets go, even where the owner disposes them meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">The owner disposed them before.</exception>
    public ReadOnlySpan<byte> Hold()
    {
        // Whoever counts first and then sees the owner still there has counted before the owner lets go.
        Interlocked.Increment(ref _holders);
        bool isDisposed = Volatile.Read(ref _isDisposed) != 0;
        if (isDisposed)
        {
            Release();
        }

        ObjectDisposedException.ThrowIf(isDisposed, this);
        return _bytes;
    }

    /// <summary>Lets go of what <see cref="Hold"/> gave.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            CryptographicOperations.ZeroMemory(_bytes);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Release();
        }
    }

    public override string ToString() => "(secret)";
}
