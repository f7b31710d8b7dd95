namespace QualityKit.Services;

/// <summary>An operation that starts over when what it read has changed before it could commit, a bounded number of times.</summary>
internal static class Attempts
{
    /// <summary>How often at most: each time somebody else got their change through.</summary>
    public const int Most = 8;

    /// <summary>Runs attempts until one gives an answer.</summary>
    /// <param name="what">The kind and the id of what is changed.</param>
    /// <param name="attempt">Loads, decides and commits; null when it has to start over.</param>
    /// <exception cref="ConcurrencyConflictException">None gave an answer.</exception>
    public static async Task<T> RunAsync<T>((string Kind, string Id) what, Func<Task<T?>> attempt)
        where T : class
    {
        for (int number = 0; number < Most; number++)
        {
            if (await attempt().ConfigureAwait(false) is { } answer)
            {
                return answer;
            }
        }

        throw new ConcurrencyConflictException(what.Kind, what.Id);
    }
}
