using System.Collections.Immutable;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Services;

/// <summary>Says how a set of services is, with one statement to the store.</summary>
public sealed class HealthService
{
    private const int MostListed = 1000;
    private const int OutboxPeriodsLate = 10;
    private const int SealPeriodsLate = 2;

    private readonly IDocumentStore _store;
    private readonly IStoreMaintenance _maintenance;
    private readonly OutboxOptions _outbox;
    private readonly AuditOptions _audit;
    private readonly TimeProvider _time;

    internal HealthService(IDocumentStore store, IStoreMaintenance maintenance, OutboxOptions outbox, AuditOptions audit, TimeProvider time) =>
        (_store, _maintenance, _outbox, _audit, _time) = (store, maintenance, outbox, audit, time);

    /// <summary>Asks the store what is due, and says how long it has been.</summary>
    public async ValueTask<HealthReport> ReadAsync(CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<HealthProblem>();
        (DateTimeOffset? outbox, DateTimeOffset? unsealed, int dead, int paused, int restored) = (null, null, 0, 0, 0);
        try
        {
            await foreach (DueWork work in _maintenance.FindDueWorkAsync(OutboxIndexes.Never, MostListed, cancellationToken).ConfigureAwait(false))
            {
                outbox ??= work.Kind == JournalIndexes.OutboxWork ? work.Due : null;
                unsealed ??= work.Kind == JournalIndexes.SealWork ? work.Due : null;
                dead += work.Kind == OutboxIndexes.DeadWork ? 1 : 0;
                restored += work.Kind == RestoreState.RestoredWork ? 1 : 0;
                paused += work.Kind == SweepState.PausedWork ? 1 : 0;
            }
        }
        catch (StorageUnavailableException)
        {
            problems.Add(HealthProblem.StorageUnreachable);
        }

        DateTimeOffset now = _time.GetUtcNow();
        (TimeSpan? lag, TimeSpan? unsealedFor) = (Since(outbox, now), Since(unsealed, now));
        Add(HealthProblem.NotDurable, !_store.Capabilities.IsDurable);
        Add(HealthProblem.OutboxLate, lag > OutboxPeriodsLate * _outbox.Period);
        Add(HealthProblem.DeadLetters, dead > 0);
        Add(HealthProblem.SealsLate, unsealedFor > SealPeriodsLate * _audit.SealPeriod);
        Add(HealthProblem.SweepsPaused, paused > 0);
        Add(HealthProblem.Restored, restored > 0);
        return new HealthReport
        {
            Problems = problems.ToImmutable(),
            Store = _store.Capabilities.Name,
            OutboxLag = lag,
            TenantsWithDeadLetters = dead,
            UnsealedFor = unsealedFor,
            TenantsWithPausedSweeps = paused,
            TenantsRestored = restored,
        };

        void Add(HealthProblem problem, bool isSo)
        {
            if (isSo)
            {
                problems.Add(problem);
            }
        }
    }

    // What falls due later has no lag yet.
    private static TimeSpan? Since(DateTimeOffset? due, DateTimeOffset now) => due < now ? now - due : null;
}
