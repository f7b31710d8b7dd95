namespace QualityKit.Testing.Conformance;

/// <summary>What a case expects, without a test framework.</summary>
internal static class Expect
{
    public static void Same<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ConformanceException($"{what}: expected `{expected}`, got `{actual}`");
        }
    }

    public static void True(bool holds, string what)
    {
        if (!holds)
        {
            throw new ConformanceException(what);
        }
    }

    public static void List<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        T[] wanted = [.. expected];
        T[] found = [.. actual];
        if (!wanted.SequenceEqual(found))
        {
            throw new ConformanceException($"{what}: expected [{string.Join(", ", wanted)}], got [{string.Join(", ", found)}]");
        }
    }

    public static async Task Throws<TException>(Func<Task> act, string what)
        where TException : Exception
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (TException)
        {
            return;
        }
        catch (Exception other) when (other is not ConformanceException)
        {
            throw new ConformanceException($"{what}: expected {typeof(TException).Name}, got {other.GetType().Name}", other);
        }

        throw new ConformanceException($"{what}: expected {typeof(TException).Name}, nothing was thrown");
    }
}
