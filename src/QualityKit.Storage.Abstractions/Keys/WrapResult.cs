namespace QualityKit.Storage.Keys;

/// <summary>What became of wrapping one key.</summary>
public sealed record WrapResult
{
    private WrapResult(KeyAnswer answer, WrappedKey? wrapped, TimeSpan? retryAfter) => (Answer, Wrapped, RetryAfter) = (answer, wrapped, retryAfter);

    /// <summary>What the wrapper said.</summary>
    public KeyAnswer Answer { get; }

    /// <summary>The wrapped key; null unless the answer is <see cref="KeyAnswer.Done"/>.</summary>
    public WrappedKey? Wrapped { get; }

    /// <summary>How long to wait before trying again; null when the wrapper did not say, or when trying again does not help.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>It was wrapped.</summary>
    public static WrapResult Done(WrappedKey wrapped)
    {
        ArgumentNullException.ThrowIfNull(wrapped);
        return new(KeyAnswer.Done, wrapped, null);
    }

    /// <summary>It was not wrapped.</summary>
    /// <param name="answer">Why not; <see cref="KeyAnswer.Wrong"/> is an answer to unwrapping only.</param>
    /// <param name="retryAfter">How long to wait, where the wrapper says so.</param>
    /// <exception cref="ArgumentException">The answer is <see cref="KeyAnswer.Done"/> or <see cref="KeyAnswer.Wrong"/>.</exception>
    public static WrapResult Refused(KeyAnswer answer, TimeSpan? retryAfter = null) =>
        answer is KeyAnswer.Done or KeyAnswer.Wrong
            ? throw new ArgumentException($"`{answer}` is not a reason why a key was not wrapped", nameof(answer))
            : new(answer, null, retryAfter);
}
