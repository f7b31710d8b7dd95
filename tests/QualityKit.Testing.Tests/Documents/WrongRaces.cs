using System.Collections.Concurrent;
using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Documents;

/// <summary>Stores that are right while one caller is alone.</summary>
internal static class WrongRaces
{
    public static IEnumerable<WrongProvider> All { get; } =
    [
        Wrong("absence is checked before the transaction", right => new SpoiledStore(right) { Commit = EarlyAbsence }, "write skew through requirements never happens"),
        Wrong("required versions are checked before the transaction", right => new SpoiledStore(right) { Commit = EarlyVersions }, "write skew through required versions never happens"),
        Wrong("commands are looked up before the transaction", EarlyCommands, "a command sent by many at once has one effect"),
        Wrong("a page is read document by document", right => new SpoiledStore(right) { Query = ReadOneByOne }, "a reader never sees half a batch"),
        Wrong("commits at the same moment get one version", SameMoment, "commits at once have different versions"),
        Wrong("a busy store answers and does not write", BusyLies, "no update of a document is lost"),
        Wrong("those who require one document refuse each other", SelfishRequirements, "many batches may require one document at once"),
        Wrong("a batch that is given up stays half", right => new SpoiledStore(right) { Commit = GiveUpHalf }, "a caller that gives up midway leaves all of its batch or nothing"),
        Wrong("a creation looks before it writes", right => new SpoiledStore(right) { Commit = EarlyCreate }, "one of many creates wins"),
    ];

    private static WrongProvider Wrong(string name, Func<IDocumentStore, IDocumentStore> spoil, string caught) => WrongStores.Wrong(name, spoil, caught, Needs.Concurrency);

    private static ValueTask<CommitResult> EarlyAbsence(IDocumentStore store, DocumentBatch batch, CancellationToken stop) =>
        Early(store, batch, operation => operation is RequireDocument { Version: null }, stop);

    private static ValueTask<CommitResult> EarlyVersions(IDocumentStore store, DocumentBatch batch, CancellationToken stop) =>
        Early(store, batch, operation => operation is RequireDocument { Version: not null }, stop);

    // A batch that was committed is answered by the store; all others are looked at here, too early.
    private static async ValueTask<CommitResult> Early(IDocumentStore store, DocumentBatch batch, Func<DocumentOperation, bool> which, CancellationToken stop)
    {
        DocumentBatch rest = batch.With(operation => which(operation) ? null : operation);
        if (rest.Operations.Length == batch.Operations.Length || rest.Operations.IsEmpty)
        {
            return await store.CommitAsync(batch, stop);
        }

        CommitResult whole = await store.CommitAsync(batch.With(operation => operation.Writes ? new RequireDocument { Key = operation.Key, Version = operation.Expected } : operation).As(new CommandId(Guid.NewGuid().ToString())), stop);
        if (!whole.IsCommitted)
        {
            return await store.CommitAsync(batch, stop);
        }

        await Batches.GiveWay();
        return await store.CommitAsync(rest, stop);
    }

    private static SpoiledStore EarlyCommands(IDocumentStore right)
    {
        var answers = new ConcurrentDictionary<(TenantId, CommandId), CommitResult>();
        return new SpoiledStore(right)
        {
            Commit = async (store, batch, stop) =>
            {
                if (answers.TryGetValue((batch.Tenant, batch.Command), out CommitResult? before))
                {
                    return before;
                }

                await Batches.GiveWay();
                CommitResult result = await store.CommitAsync(batch.As(new CommandId(Guid.NewGuid().ToString())), stop);
                return result.IsCommitted ? answers.GetOrAdd((batch.Tenant, batch.Command), result) : result;
            },
        };
    }

    private static async ValueTask<DocumentPage> ReadOneByOne(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop)
    {
        DocumentPage page = await store.QueryAsync(tenant, query, stop);
        if (page.Documents.Length > 100)
        {
            return page;
        }

        var documents = new List<Document>();
        foreach (Document listed in page.Documents)
        {
            documents.Add(await store.ReadAsync(tenant, listed.Key, stop) ?? listed);
            await Batches.GiveWay();
        }

        return page with { Documents = [.. documents] };
    }

    // Who commits while another does is shown the version of the other.
    private static SpoiledStore SameMoment(IDocumentStore right)
    {
        int inside = 0;
        long shown = 0;
        var shownAs = new ConcurrentDictionary<long, long>();
        SpoiledStore versions = WrongCommands.Versions(right, version => $"{shownAs.GetValueOrDefault(version, version)}");
        return new SpoiledStore(versions)
        {
            Commit = async (_, batch, stop) =>
            {
                bool isBusy = Interlocked.Increment(ref inside) > 1;
                try
                {
                    await Batches.GiveWay();
                    if (batch.Operations is not [CreateDocument])
                    {
                        return await versions.CommitAsync(batch, stop);
                    }

                    CommitResult result = await right.CommitAsync(batch, stop);
                    if (result.Version is not { } version)
                    {
                        return await versions.CommitAsync(batch, stop);
                    }

                    long number = long.Parse(version.Value);
                    long as_ = shownAs.GetOrAdd(number, isBusy && Interlocked.Read(ref shown) is > 0 and var last ? last : number);
                    Interlocked.Exchange(ref shown, as_);
                    return CommitResult.Committed(new DocumentVersion($"{as_}"));
                }
                finally
                {
                    Interlocked.Decrement(ref inside);
                }
            },
        };
    }

    private static SpoiledStore BusyLies(IDocumentStore right)
    {
        int inside = 0;
        return new SpoiledStore(right)
        {
            Commit = async (store, batch, stop) =>
            {
                bool isBusy = Interlocked.Increment(ref inside) > 1;
                try
                {
                    await Batches.GiveWay();
                    bool lies = isBusy && batch.Operations is [ReplaceDocument replace] && (await store.ReadAsync(batch.Tenant, replace.Key, stop))?.Version == replace.Version;
                    await Batches.GiveWay();
                    return lies ? CommitResult.Committed(new DocumentVersion(Guid.NewGuid().ToString())) : await store.CommitAsync(batch, stop);
                }
                finally
                {
                    Interlocked.Decrement(ref inside);
                }
            },
        };
    }

    private static SpoiledStore SelfishRequirements(IDocumentStore right)
    {
        var held = new ConcurrentDictionary<(TenantId, DocumentKey), bool>();
        return new SpoiledStore(right)
        {
            Commit = async (store, batch, stop) =>
            {
                List<(TenantId, DocumentKey)> mine = [];
                try
                {
                    foreach (RequireDocument require in batch.Operations.OfType<RequireDocument>().Where(require => require.Version is not null))
                    {
                        if (!held.TryAdd((batch.Tenant, require.Key), true))
                        {
                            return CommitResult.Refused([new DocumentConflict { Key = require.Key, Current = require.Version }]);
                        }

                        mine.Add((batch.Tenant, require.Key));
                    }

                    if (mine.Count > 0)
                    {
                        await Batches.GiveWay();
                    }

                    return await store.CommitAsync(batch, stop);
                }
                finally
                {
                    mine.ForEach(place => held.TryRemove(place, out _));
                }
            },
        };
    }

    private static async ValueTask<CommitResult> GiveUpHalf(IDocumentStore store, DocumentBatch batch, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (!stop.CanBeCanceled || batch.Operations.Length != 50)
        {
            return await store.CommitAsync(batch, stop);
        }

        CommandId half = new($"{batch.Command}/half");
        await store.CommitAsync(Batches.Of(batch.Tenant, half, batch.Operations[..25]), stop);
        await Batches.GiveWay();
        stop.ThrowIfCancellationRequested();
        return await store.CommitAsync(Batches.Of(batch.Tenant, batch.Command, batch.Operations[25..]), stop);
    }

    private static async ValueTask<CommitResult> EarlyCreate(IDocumentStore store, DocumentBatch batch, CancellationToken stop)
    {
        if (batch.Operations is not [CreateDocument create] || await store.ReadAsync(batch.Tenant, create.Key, stop) is not null)
        {
            return await store.CommitAsync(batch, stop);
        }

        await Batches.GiveWay();
        CommitResult result = await store.CommitAsync(batch, stop);
        while (!result.IsCommitted)
        {
            DocumentOperation over = result.Conflicts[0].Current is { } current ? new ReplaceDocument { Key = create.Key, Version = current, Body = create.Body, Entries = create.Entries } : create;
            result = await store.CommitAsync(Batches.Of(batch.Tenant, batch.Command, [over]), stop);
        }

        return result;
    }
}
