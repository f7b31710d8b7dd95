namespace QualityKit.Keys;

/// <summary>A key cannot be used now, or never again. It is decided from what is known of the key, before any secret is used, and says nothing about a recording.</summary>
public sealed class KeyUnavailableException : Exception
{
    /// <summary>A key cannot be used.</summary>
    /// <param name="message">Why, without secrets.</param>
    /// <param name="isRetryable">Whether it may be different later without anybody changing the ring.</param>
    public KeyUnavailableException(string message, bool isRetryable)
        : base(Guarded(message)) => IsRetryable = isRetryable;

    /// <summary>Whether trying again later, with the newest ring, may help.</summary>
    public bool IsRetryable { get; }

    private static string Guarded(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message;
    }
}
