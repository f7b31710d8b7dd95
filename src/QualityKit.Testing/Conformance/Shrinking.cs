using System.Collections.Immutable;

namespace QualityKit.Testing.Conformance;

/// <summary>Makes a failing sequence shorter: whatever can be left out so that it still fails is left out.</summary>
internal static class Shrinking
{
    /// <summary>Leaves out what can be left out, then makes each step simpler where that still fails, and so on until neither helps or all runs are spent.</summary>
    public static async Task<ImmutableArray<T>> ShrinkAsync<T>(
        ImmutableArray<T> steps, Func<T, IEnumerable<T>> simpler, Func<ImmutableArray<T>, Task<bool>> fails, int runs)
    {
        async Task<bool> Try(ImmutableArray<T> candidate)
        {
            runs--;
            return runs >= 0 && !candidate.IsEmpty && await fails(candidate).ConfigureAwait(false);
        }

        for (bool isSimpler = true; isSimpler && runs > 0;)
        {
            steps = await FewerAsync(steps, Try).ConfigureAwait(false);
            ImmutableArray<T> before = steps;
            steps = await SimplerAsync(steps, simpler, Try).ConfigureAwait(false);
            isSimpler = !steps.SequenceEqual(before);
        }

        return steps;
    }

    // Halves first, then quarters, and so on down to single steps.
    private static async Task<ImmutableArray<T>> FewerAsync<T>(ImmutableArray<T> steps, Func<ImmutableArray<T>, Task<bool>> fails)
    {
        for (int size = Math.Max(1, steps.Length / 2); size > 0;)
        {
            int before = steps.Length;
            for (int start = 0; start < steps.Length;)
            {
                ImmutableArray<T> fewer = steps.RemoveRange(start, Math.Min(size, steps.Length - start));
                bool isEnough = await fails(fewer).ConfigureAwait(false);
                (steps, start) = isEnough ? (fewer, start) : (steps, start + size);
            }

            size = size == 1 && steps.Length < before ? 1 : size / 2;
        }

        return steps;
    }

    private static async Task<ImmutableArray<T>> SimplerAsync<T>(ImmutableArray<T> steps, Func<T, IEnumerable<T>> simpler, Func<ImmutableArray<T>, Task<bool>> fails)
    {
        for (int number = 0; number < steps.Length; number++)
        {
            foreach (T candidate in simpler(steps[number]))
            {
                ImmutableArray<T> other = steps.SetItem(number, candidate);
                if (await fails(other).ConfigureAwait(false))
                {
                    steps = other;
                    break;
                }
            }
        }

        return steps;
    }
}
