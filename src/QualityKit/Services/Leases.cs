using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Takes tenants for one kind of work, so that one node at a time works on each.</summary>
internal sealed class Leases(IDocumentStore store, TimeProvider time, string work, TimeSpan duration, CommandSource commands)
{
    /// <summary>What part of a lease the clocks of two nodes may differ by.</summary>
    private const int ClockPart = 4;

    private readonly DocumentKey _key = LeaseDocument.KeyOf(work);

    /// <summary>Takes a tenant, or keeps it.</summary>
    /// <returns>The lease; null while another node holds it.</returns>
    public async ValueTask<Lease?> TakeAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        Document? stored = await store.ReadAsync(tenant, _key, cancellationToken).ConfigureAwait(false);
        LeaseDocument? held = stored is null ? null : LeaseDocument.Read(stored);
        DateTimeOffset now = time.GetUtcNow();
        bool isOurs = held?.Owner == commands.Owner;
        if (held is not null && !isOurs && IsHeld(held.Until - now))
        {
            return null;
        }

        // More than half of it left: it will do, and costs no commit.
        if (isOurs && held!.Until - now > duration / 2 && held.Until - now <= duration)
        {
            return Of(tenant, stored!.Version, held.Until - now);
        }

        byte[] body = new LeaseDocument { Owner = commands.Owner, Token = (held?.Token ?? 0) + (isOurs ? 0 : 1), Until = now + duration }.ToBody();
        DocumentBatch batch = DocumentBatch.For(tenant, commands.Next());
        batch = stored is null ? batch.Create(_key, body) : batch.Replace(_key, stored.Version, body);
        CommitResult taken = await store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return taken.Version is { } version ? Of(tenant, version, duration) : null;
    }

    // One that lasts longer than any is taken for was taken by a clock that was ahead, and would keep others out until then.
    private bool IsHeld(TimeSpan left) => left > TimeSpan.Zero && left <= duration + (duration / ClockPart);

    private Lease Of(TenantId tenant, DocumentVersion version, TimeSpan left) =>
        new() { Tenant = tenant, Key = _key, Version = version, Time = time, Taken = time.GetTimestamp(), Left = left - (duration / ClockPart) };
}
