namespace QualityKit.Encryption;

/// <summary>What wraps data keys, shared by any number of owners: it is wiped when the last of them lets go.</summary>
internal sealed class WrappingSecret : IDisposable
{
    // So far below zero that nobody who still tries to join comes near it.
    private const int Gone = int.MinValue / 2;

    private readonly SecretBytes _secret;
    private AesKeyWrap? _idle;
    private int _owners = 1;

    /// <summary>A copy of bytes, with one owner.</summary>
    public WrappingSecret(ReadOnlySpan<byte> bytes) => _secret = new(bytes);

    /// <summary>Adds an owner; false when the last has let go.</summary>
    public bool TryJoin() => Interlocked.Increment(ref _owners) > 0;

    /// <summary>An owner lets go.</summary>
    public void Dispose()
    {
        // Whoever joined in between is an owner, and there is nothing to wipe yet.
        if (Interlocked.Decrement(ref _owners) == 0 && Interlocked.CompareExchange(ref _owners, Gone, 0) == 0)
        {
            _secret.Dispose();
            Interlocked.Exchange(ref _idle, null)?.Dispose();
        }
    }

    /// <summary>A cipher that nobody else uses until it is given back.</summary>
    /// <exception cref="ObjectDisposedException">The last owner has let go.</exception>
    public AesKeyWrap Take()
    {
        ReadOnlySpan<byte> secret = _secret.Hold();
        try
        {
            return Interlocked.Exchange(ref _idle, null) ?? new(secret);
        }
        finally
        {
            _secret.Release();
        }
    }

    /// <summary>Gives a cipher back.</summary>
    public void Give(AesKeyWrap cipher)
    {
        if (Interlocked.CompareExchange(ref _idle, cipher, null) is not null)
        {
            cipher.Dispose();
        }

        if (Volatile.Read(ref _owners) < 0)
        {
            Interlocked.Exchange(ref _idle, null)?.Dispose();
        }
    }
}
