namespace QualityKit.Vault;

/// <summary>Who uses a stream: nobody, one caller, or nobody ever again. What it holds is wiped when it was closed and the last caller is gone.</summary>
internal sealed class StreamUse
{
    private const int Idle = 0;
    private const int Used = 1;
    private const int Closed = 2;

    private int _state;

    /// <summary>Begins to use it.</summary>
    /// <exception cref="InvalidOperationException">Somebody else does.</exception>
    /// <exception cref="ObjectDisposedException">It was closed.</exception>
    public void Begin(object owner)
    {
        int before = Interlocked.CompareExchange(ref _state, Used, Idle);
        ObjectDisposedException.ThrowIf(before == Closed, owner);
        if (before == Used)
        {
            throw new InvalidOperationException("a stream is read by one caller at a time; open one for each");
        }
    }

    /// <summary>Ends it; true when it was closed meanwhile, and is now to be wiped.</summary>
    public bool End() => Interlocked.CompareExchange(ref _state, Idle, Used) == Closed;

    /// <summary>Closes it for good; true when nobody uses it, so that it is now to be wiped.</summary>
    public bool Close() => Interlocked.Exchange(ref _state, Closed) == Idle;
}
