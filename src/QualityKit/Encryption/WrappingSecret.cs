namespace QualityKit.Encryption;

/// <summary>What wraps data keys, shared by any number of owners: it is wiped when the last of them lets go.</summary>
internal sealed class WrappingSecret : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SecretBytes _secret;
    private AesKeyWrap? _idle;
    private int _owners = 1;

    /// <summary>A copy of bytes, with one owner.</summary>
    public WrappingSecret(ReadOnlySpan<byte> bytes) => _secret = new(bytes);

    /// <summary>Adds an owner; false when the last has let go.</summary>
    public bool TryJoin()
    {
        lock (_gate)
        {
            if (_owners == 0)
            {
                return false;
            }

            _owners++;
            return true;
        }
    }

    /// <summary>An owner lets go.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _owners--;
            if (_owners > 0)
            {
                return;
            }
        }

        _secret.Dispose();
        Interlocked.Exchange(ref _idle, null)?.Dispose();
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

        if (Volatile.Read(ref _owners) == 0)
        {
            Interlocked.Exchange(ref _idle, null)?.Dispose();
        }
    }
}
