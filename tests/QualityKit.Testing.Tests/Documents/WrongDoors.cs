using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Documents;

/// <summary>Stores whose maintenance door is wrong.</summary>
internal static class WrongDoors
{
    public static IEnumerable<WrongProvider> All { get; } =
    [
        WrongStores.Wrong("work is due only when its moment has passed", right => new SpoiledDoor(right) { Due = (store, until, limit, stop) => store.FindDueWorkAsync(until.AddMicroseconds(-1), limit, stop) }, "work is due to the microsecond"),
        WrongStores.Wrong("work is due once a tenant, not once a kind", right => new SpoiledDoor(right) { Due = (store, until, limit, stop) => store.FindDueWorkAsync(until, 1_000, stop).DistinctBy(work => work.Tenant).Take(limit) }, "due work names tenant, kind and the earliest moment, earliest first"),
        WrongStores.Wrong("due work is limited before it is ordered", right => new SpoiledDoor(right) { Due = (store, until, limit, stop) => store.FindDueWorkAsync(until, 1_000, stop).Reverse().Take(limit).OrderBy(work => work.Due) }, "due work stops at its limit"),
        WrongStores.Wrong("the limit of due work is not looked at", right => new SpoiledDoor(right) { Due = (store, until, _, stop) => store.FindDueWorkAsync(until, 1_000, stop) }, "due work stops at its limit"),
        WrongStores.Wrong("tenants are listed by their UTF-16 units", right => new SpoiledDoor(right) { Tenants = (store, stop) => store.ListTenantsAsync(stop).OrderBy(tenant => tenant.Value, StringComparer.Ordinal) }, "tenants with documents are listed in order"),
        WrongStores.Wrong("an export has no entries", right => new SpoiledDoor(right) { Export = (store, tenant, stop) => store.ExportAsync(tenant, stop).Select(document => document with { Entries = [] }) }, "an export has every document of one tenant with its entries"),
        WrongStores.Wrong("an export has one entry an index", right => new SpoiledDoor(right) { Export = (store, tenant, stop) => store.ExportAsync(tenant, stop).Select(document => document with { Entries = [.. document.Entries.DistinctBy(entry => entry.Index)] }) }, "an export has bodies and entries of every kind, exactly"),
        WrongStores.Wrong("an export has its first page only", right => new SpoiledDoor(right) { Export = (store, tenant, stop) => store.ExportAsync(tenant, stop).Take(50) }, "an export while others write has all that stays"),
        WrongStores.Wrong("destroying removes every tenant whose name begins alike", right => new SpoiledDoor(right) { Destroy = DestroyAlike }, "a destroyed tenant has nothing left, others lose nothing"),
        WrongStores.Wrong("destroying leaves a collection out", right => new SpoiledDoor(right) { Destroy = DestroyNotes }, "a destroyed tenant has nothing left, others lose nothing"),
        WrongStores.Wrong("destroying that was given up goes on", right => new SpoiledDoor(right) { Destroy = (store, tenant, _) => store.DestroyTenantAsync(tenant, CancellationToken.None) }, "a caller that gave up gets nothing from the maintenance door"),
        WrongStores.Wrong("destroying keeps the commands", right => new SpoiledDoor(right) { Destroy = DestroyByCommits }, "the commands of a destroyed tenant are forgotten with it"),
        WrongStores.Wrong("destroying goes document by document", right => new SpoiledDoor(right) { Destroy = DestroyOneByOne }, "destroying while others commit leaves batches whole and other tenants alone", Needs.Concurrency),
        WrongStores.Wrong("an export goes on by offset", right => new SpoiledDoor(right) { Export = ExportByOffset }, "an export while others write has all that stays", Needs.Concurrency),
    ];

    private static async ValueTask DestroyAlike(InMemoryDocumentStore store, TenantId tenant, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        foreach (TenantId alike in await store.ListTenantsAsync(stop).Where(other => other.Value.StartsWith(tenant.Value[..^1], StringComparison.Ordinal)).ToListAsync(stop))
        {
            await store.DestroyTenantAsync(alike, stop);
        }
    }

    private static async ValueTask DestroyNotes(InMemoryDocumentStore store, TenantId tenant, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        List<CreateDocument> jobs = await store.ExportAsync(tenant, stop).Where(document => document.Key.Collection == "jobs").ToListAsync(stop);
        await store.DestroyTenantAsync(tenant, stop);
        if (jobs.Count > 0)
        {
            await store.CommitAsync(Batches.Of(tenant, new CommandId(Guid.NewGuid().ToString()), jobs), stop);
        }
    }

    // Deletes as any caller could, what has one id together.
    private static async ValueTask DestroyByCommits(InMemoryDocumentStore store, TenantId tenant, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        List<CreateDocument> all;
        while ((all = await store.ExportAsync(tenant, stop).ToListAsync(stop)).Count > 0)
        {
            DocumentBatch batch = DocumentBatch.For(tenant, new CommandId(Guid.NewGuid().ToString()));
            foreach (DocumentKey key in all.Select(document => document.Key).OrderBy(key => key.Id, StringComparer.Ordinal).GroupBy(key => key.Id, StringComparer.Ordinal).Take(30).SelectMany(keys => keys))
            {
                batch = await store.ReadAsync(tenant, key, stop) is { } found ? batch.Delete(key, found.Version) : batch;
            }

            await store.CommitAsync(batch, stop);
        }
    }

    // Takes what is there document by document, and meanwhile others commit.
    private static async ValueTask DestroyOneByOne(InMemoryDocumentStore store, TenantId tenant, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        foreach (string collection in (string[])["jobs", "notes", "plain"])
        {
            foreach (DocumentKey key in await store.ExportAsync(tenant, stop).Select(document => document.Key).Where(key => key.Collection == collection).ToListAsync(stop))
            {
                if (await store.ReadAsync(tenant, key, stop) is { } found)
                {
                    await store.CommitAsync(DocumentBatch.For(tenant, new CommandId(Guid.NewGuid().ToString())).Delete(key, found.Version), stop);
                }
            }

            await Batches.GiveWay();
        }
    }

    private static async IAsyncEnumerable<CreateDocument> ExportByOffset(InMemoryDocumentStore store, TenantId tenant, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (int offset = 0; ; offset += 10)
        {
            List<CreateDocument> all = await store.ExportAsync(tenant, stop).OrderBy(document => document.Key.Id, StringComparer.Ordinal).ToListAsync(stop);
            foreach (CreateDocument document in all.Skip(offset).Take(10))
            {
                yield return document;
            }

            if (offset + 10 >= all.Count)
            {
                yield break;
            }

            await Batches.GiveWay();
        }
    }
}
