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

    /// <summary>The keys of this node; null where nobody asks for them.</summary>
    internal TenantKeys? Keys { get; init; }

    /// <summary>Asks the store what is due, and says how long it has been.</summary>
    public async ValueTask<HealthReport> ReadAsync(CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<HealthProblem>();
        var due = new DueTally();
        try
        {
            await foreach (DueWork work in _maintenance.FindDueWorkAsync(OutboxIndexes.Never, MostListed, cancellationToken).ConfigureAwait(false))
            {
                due.Add(work);
            }
        }
        catch (StorageUnavailableException)
        {
            problems.Add(HealthProblem.StorageUnreachable);
        }

        DateTimeOffset now = _time.GetUtcNow();
        (TimeSpan? lag, TimeSpan? unsealedFor) = (Since(due.Outbox, now), Since(due.Unsealed, now));
        (HealthProblem Problem, bool IsSo)[] looked =
        [
            (HealthProblem.NotDurable, !_store.Capabilities.IsDurable),
            (HealthProblem.OutboxLate, lag > OutboxPeriodsLate * _outbox.Period),
            (HealthProblem.DeadLetters, due.Dead > 0),
            (HealthProblem.SealsLate, unsealedFor > SealPeriodsLate * _audit.SealPeriod),
            (HealthProblem.SweepsPaused, due.Paused > 0),
            (HealthProblem.Restored, due.Restored > 0),
            (HealthProblem.KeysRefused, Keys?.Rings.Quarantined > 0),
        ];
        problems.AddRange(looked.Where(one => one.IsSo).Select(one => one.Problem));
        return new HealthReport
        {
            Problems = problems.ToImmutable(),
            Store = _store.Capabilities.Name,
            OutboxLag = lag,
            TenantsWithDeadLetters = due.Dead,
            UnsealedFor = unsealedFor,
            TenantsWithPausedSweeps = due.Paused,
            TenantsRestored = due.Restored,
            TenantsWithoutKeys = Keys?.Rings.Quarantined ?? 0,
        };
    }

    // What falls due later has no lag yet.
    private static TimeSpan? Since(DateTimeOffset? due, DateTimeOffset now) => due < now ? now - due : null;
}
