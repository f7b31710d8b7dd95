using QualityKit.Auditing;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>One turn of one tenant: what fell due, entity by entity, until nothing is left or the turn is used up.</summary>
internal sealed class TenantTurn(OutboxTools tools, Lease lease, TurnAllowance allowance)
{
    private readonly Dictionary<AuditEntity, DateTimeOffset?> _next = [];

    /// <summary>Has the turn.</summary>
    /// <exception cref="LeaseLostException">Another node works on the tenant by now.</exception>
    public async ValueTask<OutboxRun> RunAsync(CancellationToken cancellationToken)
    {
        await new RedrivenRound(tools, lease, allowance).RunAsync(cancellationToken).ConfigureAwait(false);
        DocumentQuery due = DueUntil(Collections.Journal, JournalIndexes.Due, tools.Ambient.Now);
        while (allowance.HasLeft)
        {
            DocumentPage page = await tools.Store.QueryAsync(lease.Tenant, due, cancellationToken).ConfigureAwait(false);
            await RunAsync(page, cancellationToken).ConfigureAwait(false);
            if (page.End is null)
            {
                return allowance.Run with { HasMore = !allowance.HasLeft || _next.Values.Any(next => next <= tools.Ambient.Now) };
            }

            due = due with { After = page.End };
        }

        return allowance.Run with { HasMore = true };
    }

    /// <summary>What of the outbox is due in a collection, earliest first.</summary>
    public static DocumentQuery DueUntil(string collection, string index, DateTimeOffset now) => new()
    {
        Collection = collection,
        Index = index,
        Equal = [[IndexValue.Of(JournalIndexes.OutboxWork)]],
        Range = new IndexRange { To = IndexValue.Of(now.AddMicroseconds(1)) },
        Take = EntityPages.Size,
    };

    private async ValueTask RunAsync(DocumentPage page, CancellationToken cancellationToken)
    {
        JournalEntry[] entries = [.. page.Documents.Select(ReadOrNull).OfType<JournalEntry>()];
        var entities = entries
            .SelectMany(entry => entry.Told.Select(place => (Entity: new AuditEntity(lease.Tenant.Value, place.Kind, place.Id), Entry: entry)))
            .GroupBy(told => told.Entity, told => told.Entry);
        foreach (IGrouping<AuditEntity, JournalEntry> found in entities)
        {
            if (!allowance.HasLeft)
            {
                return;
            }

            try
            {
                _next[found.Key] = await new EntityRound(tools, found.Key, lease, allowance).RunAsync([.. found], _next, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidDataException damaged)
            {
                tools.Ambient.Log.DocumentDamaged(lease.Tenant.Value, damaged);
            }
        }
    }

    // One document that cannot be read stops the events of its entity, never those of others.
    private JournalEntry? ReadOrNull(Document document)
    {
        try
        {
            return JournalFormat.Read(lease.Tenant, document);
        }
        catch (InvalidDataException damaged)
        {
            tools.Ambient.Log.DocumentDamaged(lease.Tenant.Value, damaged);
            return null;
        }
    }
}
