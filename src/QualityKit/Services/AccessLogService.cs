using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Reads back who was denied what and who read what, and removes entries whose time is over (<see cref="AccessLogOptions.KeepFor"/>).</summary>
public sealed class AccessLogService : IQualityJob
{
    private const int BatchesPerRun = 10;

    // One more is written: that they were removed.
    private const int MostRemoved = StoreLimits.BatchWrites - 1;

    private readonly AccessLog _access;
    private readonly IAccessPolicies _policies;
    private readonly IStoreMaintenance _maintenance;
    private readonly TimeSpan _sealPeriod;
    private readonly ILogger _log;

    internal AccessLogService(AccessLog access, IAccessPolicies policies, IStoreMaintenance maintenance, AuditOptions audit, ILogger log) =>
        (_access, _policies, _maintenance, _sealPeriod, _log) = (access, policies, maintenance, audit.SealPeriod, log);

    /// <summary><c>access-log-retention</c>.</summary>
    public string Name => "access-log-retention";

    /// <summary>1 hour.</summary>
    public TimeSpan Period => TimeSpan.FromHours(1);

    /// <summary>One page of the log of the actor's tenant. Asking for it is an entry itself.</summary>
    /// <param name="actor">Who asks; they may read the audit.</param>
    /// <param name="query">What for.</param>
    /// <param name="next">What the page before said to go on with; null for the first page.</param>
    /// <param name="take">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A thing is asked for without its kind, or <paramref name="next"/> is not of a page.</exception>
    /// <exception cref="AccessDeniedException">The actor may not read the audit.</exception>
    public async Task<AccessLogPage> ListAsync(Actor actor, AccessLogQuery query, string? next = null, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, StoreLimits.PageSize);
        if (query is { Thing: not null, Kind: null })
        {
            throw new ArgumentException("asks for a thing without its kind", nameof(query));
        }

        (_, PageEnd? end) = PageToken.Read(next, nameof(next));
        await _policies.DemandAsync(actor, Permission.ViewAudit, directory: null, ("list", _access.Name), cancellationToken).ConfigureAwait(false);
        DocumentPage page = await _access.Documents.QueryAsync(actor.Tenant, QueryOf(query) with { After = end, Take = take, IsDescending = true }, cancellationToken).ConfigureAwait(false);
        ImmutableArray<AuditKey> keys = _access.Keys.AllFor(actor.Tenant);
        ImmutableArray<AccessLogEntry> entries = [.. page.Documents.Select(document => AccessLogDocument.Read(actor.Tenant, document, keys)).Where(entry => IsOf(entry, query))];
        await _policies.ListedAsync(actor, (_access.Name, Permission.ViewAudit), entries.Length, cancellationToken).ConfigureAwait(false);
        return new() { Entries = entries, Next = page.End is { } more ? PageToken.Write(0, more) : null };
    }

    /// <summary>Removes entries whose time is over, up to 990 a tenant, and keeps one that says how many. Where the clock is more than two seal periods from the newest seal, nothing is removed.</summary>
    /// <returns>Whether there is more to remove at once.</returns>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not list the tenants.</exception>
    public ValueTask<bool> RunOnceAsync(CancellationToken cancellationToken) =>
        _access.Options.KeepFor is { } kept
            ? TenantRound.RunAsync(_maintenance, (tenant, stopping) => RemoveAsync(tenant, kept, stopping), (tenant, problem) => _log.AccessNotRemoved(tenant, problem), cancellationToken)
            : new(false);

    private async ValueTask<bool> RemoveAsync(TenantId tenant, TimeSpan kept, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _access.Time.GetUtcNow();
        if (await IsClockRightAsync(tenant, now, cancellationToken).ConfigureAwait(false))
        {
            return await RemoveAsync(tenant, now - kept, cancellationToken).ConfigureAwait(false);
        }

        _log.AccessKept(tenant.Value);
        return false;
    }

    private async ValueTask<bool> RemoveAsync(TenantId tenant, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery
        {
            Collection = Collections.AccessLog,
            Index = AccessLogIndexes.ByTime,
            Range = new() { To = IndexValue.Of(before) },
            Take = MostRemoved,
        };
        for (int number = 0; number < BatchesPerRun; number++)
        {
            ImmutableArray<Document> old = (await _access.Documents.QueryAsync(tenant, query, cancellationToken).ConfigureAwait(false)).Documents;
            if (old.IsEmpty)
            {
                return false;
            }

            DocumentBatch batch = old.Aggregate(DocumentBatch.For(tenant, CommandId.New()), (all, document) => all.Delete(document.Key, document.Version));
            batch = AccessLogDocument.StoreIn(batch, _access.Removed(tenant, old.Length), _access.Keys.CurrentFor(tenant));

            // A conflict: another node removed them.
            await _access.Documents.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private async ValueTask<bool> IsClockRightAsync(TenantId tenant, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _access.Documents.ReadAsync(tenant, SealProgress.Key, cancellationToken).ConfigureAwait(false) is not { } document
        || SealProgress.Read(document) is not { Number: > 0 } newest
        || (now - newest.Clock).Duration() <= 2 * _sealPeriod;

    private static DocumentQuery QueryOf(AccessLogQuery query)
    {
        (string index, ImmutableArray<string> equal) = query switch
        {
            { Person: { } person } => (AccessLogIndexes.ByPerson, ImmutableArray.Create(person.Value)),
            { Kind: { } kind, Thing: { } thing } => (AccessLogIndexes.ByThing, [kind, thing]),
            { OnlyDenials: true } => (AccessLogIndexes.ByOutcome, [AccessLogIndexes.Denied]),
            _ => (AccessLogIndexes.ByTime, []),
        };
        return new()
        {
            Collection = Collections.AccessLog,
            Index = index,
            Equal = [.. equal.Select(value => ImmutableArray.Create(IndexValue.Of(value)))],
            Range = new() { From = query.From is { } from ? IndexValue.Of(from) : null, To = query.Until is { } until ? IndexValue.Of(until) : null },
        };
    }

    // What was changed is shown whatever it says now.
    private static bool IsOf(AccessLogEntry entry, AccessLogQuery query) =>
        !entry.IsAuthentic
        || ((query.Kind is null || entry.Kind == query.Kind) && (query.Thing is null || entry.Thing == query.Thing) && (!query.OnlyDenials || !entry.IsAllowed));
}
