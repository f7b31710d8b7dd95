using System.Collections.Immutable;

namespace QualityKit.Testing.Conformance;

/// <summary>Makes a failing sequence shorter: whatever can be left out so that it still fails is left out.</summary>
internal static class Shrinking
{
    /// <summary>Tries to leave out halves, then quarters, and so on down to single steps, until nothing more can go or all runs are spent.</summary>
    public static async Task<ImmutableArray<T>> ShrinkAsync<T>(ImmutableArray<T> steps, Func<ImmutableArray<T>, Task<bool>> fails, int runs)
    {
        int size = Math.Max(1, steps.Length / 2);
        while (runs > 0)
        {
            int before = steps.Length;
            for (int start = 0; start < steps.Length && runs > 0;)
            {
                ImmutableArray<T> fewer = steps.RemoveRange(start, Math.Min(size, steps.Length - start));
                bool isShorter = fewer.Length > 0 && await fails(fewer).ConfigureAwait(false);
                runs -= fewer.IsEmpty ? 0 : 1;
                (steps, start) = isShorter ? (fewer, start) : (steps, start + size);
            }

            if (size == 1 && steps.Length == before)
            {
                break;
            }

            size = Math.Max(1, size / 2);
        }

        return steps;
    }
}
