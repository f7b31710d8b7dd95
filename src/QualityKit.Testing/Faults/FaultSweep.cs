using System.Collections.Immutable;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Faults;

/// <summary>Runs something once for every call that it makes, with that call going wrong.</summary>
public static class FaultSweep
{
    /// <summary>Runs a scenario without a fault, then for each kind with the first call going wrong, the second, and so on until a run makes no call that many.</summary>
    /// <param name="kinds">What goes wrong with the n-th call, such as <c>[Fault.Before, Fault.After]</c>.</param>
    /// <param name="scenario">Starts from nothing each time, works through stores over the schedule, retries as its host would, and throws when what it finds in the end is wrong.</param>
    /// <param name="cancellationToken">Stops the runs.</param>
    /// <returns>How many runs there were.</returns>
    /// <exception cref="ConformanceException">A run found something wrong; the message names the fault and the calls.</exception>
    public static async Task<int> RunAsync(
        ImmutableArray<Func<int, Fault>> kinds, Func<FaultSchedule, CancellationToken, Task> scenario, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        await RunAsync(new FaultSchedule(), "no fault", scenario, cancellationToken).ConfigureAwait(false);
        int runs = 1;
        foreach (Func<int, Fault> kind in kinds)
        {
            bool hasStruck = true;
            for (int call = 1; hasStruck; call++, runs++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Fault fault = kind(call);
                var schedule = new FaultSchedule(fault);
                await RunAsync(schedule, fault.ToString(), scenario, cancellationToken).ConfigureAwait(false);
                hasStruck = schedule.HasStruck;
            }
        }

        return runs;
    }

    private static async Task RunAsync(FaultSchedule schedule, string fault, Func<FaultSchedule, CancellationToken, Task> scenario, CancellationToken cancellationToken)
    {
        try
        {
            await scenario(schedule, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new ConformanceException($"with {fault}: {failure.Message}\ncalls: {string.Join("; ", schedule.Log)}", failure);
        }
    }
}
