namespace QualityKit.Storage.Keys;

/// <summary>What became of unwrapping one key.</summary>
public sealed record UnwrapResult
{
    private UnwrapResult(KeyAnswer answer, int length, TimeSpan? retryAfter) => (Answer, Length, RetryAfter) = (answer, length, retryAfter);

    /// <summary>What the wrapper said.</summary>
    public KeyAnswer Answer { get; }

    /// <summary>How many bytes of the destination are the key; 0 unless the answer is <see cref="KeyAnswer.Done"/>.</summary>
    public int Length { get; }

    /// <summary>How long to wait before trying again; null when the wrapper did not say, or when trying again does not help.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The key is in the destination.</summary>
    /// <param name="length">How many bytes of it, 1 to <see cref="KeyLimits.KeyBytes"/>.</param>
    public static UnwrapResult Done(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, KeyLimits.KeyBytes);
        return new(KeyAnswer.Done, length, null);
    }

    /// <summary>There is no key in the destination.</summary>
    /// <exception cref="ArgumentException">The answer is <see cref="KeyAnswer.Done"/>.</exception>
    public static UnwrapResult Refused(KeyAnswer answer, TimeSpan? retryAfter = null) =>
        answer == KeyAnswer.Done ? throw new ArgumentException("an unwrapped key has a length", nameof(answer)) : new(answer, 0, retryAfter);
}
