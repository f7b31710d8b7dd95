using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace QualityKit.Testing.Conformance;

/// <summary>Runs random sequences and, when one fails, makes it short and says how to see it again.</summary>
internal static class RandomRun
{
    /// <param name="options">How far to go.</param>
    /// <param name="make">The steps of a sequence, by its number.</param>
    /// <param name="take">Takes steps over a fresh harness; throws when the provider does not keep its promises.</param>
    /// <param name="simpler">What is tried in the place of a step.</param>
    /// <param name="tries">How often a shorter sequence is tried before it counts as passing: more than once where chance decides.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static async Task RunAsync<T>(
        ConformanceOptions options, Func<int, ImmutableArray<T>> make, Func<ImmutableArray<T>, Task> take, Func<T, IEnumerable<T>> simpler, int tries, CancellationToken cancellation)
    {
        for (int sequence = 0; sequence < options.Sequences; sequence++)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<T> steps = make(sequence);
            if (await FailureOf(steps, take, 1).ConfigureAwait(false) is not { } failure)
            {
                continue;
            }

            ImmutableArray<T> shortest = await Shrinking.ShrinkAsync(
                steps,
                simpler,
                async fewer =>
                {
                    Exception? again = await FailureOf(fewer, take, tries).ConfigureAwait(false);
                    failure = again ?? failure;
                    return again is not null;
                },
                options.ShrinkRuns).ConfigureAwait(false);
            throw new ConformanceException(Report(options, sequence, steps.Length, shortest, failure), failure);
        }
    }

    // Whatever a provider throws in a sequence that it should take is a failure; a caller that gives up is not.
    private static async Task<Exception?> FailureOf<T>(ImmutableArray<T> steps, Func<ImmutableArray<T>, Task> take, int tries)
    {
        for (int number = 0; number < tries; number++)
        {
            try
            {
                await take(steps).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                return failure;
            }
        }

        return null;
    }

    private static string Report<T>(ConformanceOptions options, int sequence, int length, ImmutableArray<T> steps, Exception failure)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{(failure is ConformanceException ? failure.Message : $"threw {failure.GetType().Name}: {failure.Message}")}\n");
        text.Append(CultureInfo.InvariantCulture, $"seed {options.Seed}, sequence {sequence}, {steps.Length} of {length} steps are enough:");
        foreach ((T step, int number) in steps.Select((step, number) => (step, number)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {number + 1}. {step}");
        }

        return text.ToString();
    }
}
