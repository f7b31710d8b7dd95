using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>One round over the events of one entity: tells each handler what is next for it, then commits how far all of them are, once, under the lease.</summary>
/// <remarks>
/// A handler that failed waits for its event alone; the others go on, and what they had is known by their progress. Of the documents that are not
/// delivered to all, the first carries the instant at which the entity is looked at again; those behind it are taken out of what is due, so
/// that an entity that waits costs nothing until then. A new document comes with an instant of its own.
/// </remarks>
internal sealed class EntityRound(OutboxTools tools, AuditEntity entity, Lease lease, TurnAllowance allowance)
{
    /// <summary>What bodies a batch may have beside the progress and the dead letters.</summary>
    private const int BodyBytes = StoreLimits.BatchBytes - (128 * 1024);

    /// <summary>With a progress and a dead letter for each of 16 handlers this fits in a batch of 100 writes.</summary>
    private const int MostRelisted = 80;

    private readonly EntityPages _pages = new(tools.Store, entity);

    /// <summary>Tells, and commits.</summary>
    /// <param name="found">Documents of the entity that fell due.</param>
    /// <param name="nextOfOthers">When other entities are looked at again, as far as this turn knows.</param>
    /// <param name="cancellationToken">Stops the work; what is done is committed.</param>
    /// <returns>When the entity is to be looked at again; null when nothing of it is left.</returns>
    /// <exception cref="LeaseLostException">Another node works on the tenant by now; nothing was committed.</exception>
    public async ValueTask<DateTimeOffset?> RunAsync(
        IReadOnlyList<JournalEntry> found, IReadOnlyDictionary<AuditEntity, DateTimeOffset?> nextOfOthers, CancellationToken cancellationToken)
    {
        Document? stored = await tools.Store.ReadAsync(lease.Tenant, OutboxProgress.KeyOf(entity), cancellationToken).ConfigureAwait(false);
        OutboxProgress before = stored is null ? new OutboxProgress { Entity = entity } : OutboxProgress.Read(entity, stored);
        List<HandlerOutcome> outcomes = await TellAsync(before, cancellationToken).ConfigureAwait(false);

        // From here on nothing is told any more; a host that stops waits for the one commit.
        DateTimeOffset now = tools.Ambient.Now;
        long reached = outcomes.Count > 0 ? outcomes.Min(outcome => outcome.Progress.Place) : long.MaxValue;
        DateTimeOffset? next = outcomes.Min(outcome => outcome.NextAt(now));
        List<Relisting> changed = next is { } again ? await WaitingAsync(found, reached, again, nextOfOthers).ConfigureAwait(false) : [];
        IEnumerable<JournalEntry> left = stored is null ? [] : await _pages.BeforeAsync(reached, CancellationToken.None).ConfigureAwait(false);
        foreach (JournalEntry entry in left.Concat(_pages.Read).DistinctBy(entry => entry.Document.Key).Where(entry => _pages.PlaceOf(entry) < reached))
        {
            changed.Add(await OthersAsync(entry, nextOfOthers).ConfigureAwait(false));
        }

        await CommitAsync(before, outcomes, changed, next).ConfigureAwait(false);
        return next;
    }

    private async ValueTask<List<HandlerOutcome>> TellAsync(OutboxProgress before, CancellationToken cancellationToken)
    {
        var outcomes = new List<HandlerOutcome>();
        var run = new HandlerRun(tools, entity, allowance);
        ImmutableSortedDictionary<string, Type> handlers = await tools.Handlers.TypesAsync().ConfigureAwait(false);
        foreach ((string name, Type type) in handlers)
        {
            HandlerProgress at = before.Of(name);
            if (at.RetryAt > tools.Ambient.Now)
            {
                outcomes.Add(new(at, IsReady: false));
                continue;
            }

            ImmutableArray<JournalEntry> page = await _pages.FromAsync(at.Place, cancellationToken).ConfigureAwait(false);
            outcomes.Add(await run.RunAsync(type, at, page, page.Length == EntityPages.Size, cancellationToken).ConfigureAwait(false));
        }

        if (handlers.IsEmpty)
        {
            await _pages.FromAsync(0, cancellationToken).ConfigureAwait(false);
        }

        return outcomes;
    }

    // The first that is not delivered to all carries the instant, and comes first: without it nobody would look at the entity again.
    private async ValueTask<List<Relisting>> WaitingAsync(
        IReadOnlyList<JournalEntry> found, long reached, DateTimeOffset next, IReadOnlyDictionary<AuditEntity, DateTimeOffset?> nextOfOthers)
    {
        var waiting = new List<Relisting>();
        JournalEntry? first = await _pages.FirstAsync(reached, CancellationToken.None).ConfigureAwait(false);
        IEnumerable<JournalEntry> behind = found.Where(entry => _pages.PlaceOf(entry) >= reached);
        foreach (JournalEntry listed in behind.Prepend(first).OfType<JournalEntry>().DistinctBy(entry => entry.Document.Key))
        {
            JournalEntry entry = listed == first ? listed : await AgainAsync(listed).ConfigureAwait(false);
            Relisting others = await OthersAsync(entry, nextOfOthers).ConfigureAwait(false);
            bool isCarrier = entry.Document.Key == first?.Document.Key || !others.Places.IsEmpty;
            waiting.Add(others with { Places = others.Places.Add(entry.PlaceOf(entity)), Due = isCarrier ? Earlier(next, others.Due) : null });
        }

        return waiting;
    }

    // A document of several entities was perhaps listed anew in the round of another, since it was found.
    private async ValueTask<JournalEntry> AgainAsync(JournalEntry entry) =>
        entry.Told.Count() > 1 && await tools.Store.ReadAsync(lease.Tenant, entry.Document.Key, CancellationToken.None).ConfigureAwait(false) is { } now
            ? entry with { Document = now }
            : entry;

    // One commit may speak of several entities: it stays listed for those whose events in it are not delivered.
    private async ValueTask<Relisting> OthersAsync(JournalEntry entry, IReadOnlyDictionary<AuditEntity, DateTimeOffset?> nextOfOthers)
    {
        var places = ImmutableArray.CreateBuilder<JournalPlace>();
        DateTimeOffset? due = null;
        foreach (JournalPlace place in entry.Told.Where(place => place.Kind != entity.Kind || place.Id != entity.Id))
        {
            var query = new DocumentQuery
            {
                Collection = Collections.Journal,
                Index = JournalIndexes.Undelivered,
                Equal = [[IndexValue.Of(place.Kind)], [IndexValue.Of(place.Id)], [IndexValue.Of((decimal)place.Place)]],
            };
            if (await tools.Store.CountAsync(lease.Tenant, query, 1, CancellationToken.None).ConfigureAwait(false) > 0)
            {
                places.Add(place);
                due = Earlier(due, nextOfOthers.GetValueOrDefault(new(entity.Tenant, place.Kind, place.Id)) ?? tools.Ambient.Now);
            }
        }

        return new(entry, places.ToImmutable(), due);
    }

    private async ValueTask CommitAsync(OutboxProgress before, List<HandlerOutcome> outcomes, List<Relisting> changed, DateTimeOffset? next)
    {
        DocumentBatch batch = DocumentBatch.For(lease.Tenant, tools.Commands.Next()).Require(lease.Key, lease.Version);
        batch = outcomes.Select(outcome => outcome.Dead).OfType<DeadLetterDocument>().Aggregate(batch, (with, dead) => dead.StoreIn(with));
        (int taken, long bytes) = (0, 0);
        foreach (Relisting one in changed)
        {
            bytes += one.Entry.Document.Body.Length;
            if (taken > 0 && (taken == MostRelisted || bytes > BodyBytes))
            {
                break;
            }

            batch = Journal.Relisted(batch, one.Entry, one.Places, one.Due);
            taken++;
        }

        bool isLevel = next is null && taken == changed.Count;
        if (!isLevel)
        {
            batch = (before with { Handlers = [.. outcomes.Select(outcome => outcome.Progress)] }).StoreIn(batch);
        }
        else if (before.Document is { } level)
        {
            batch = batch.Delete(level.Key, level.Version);
        }

        if (batch.Operations.Any(operation => operation.Writes) && !(await tools.Store.CommitAsync(batch, CancellationToken.None).ConfigureAwait(false)).IsCommitted)
        {
            throw new LeaseLostException();
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private sealed record Relisting(JournalEntry Entry, ImmutableArray<JournalPlace> Places, DateTimeOffset? Due);
}
