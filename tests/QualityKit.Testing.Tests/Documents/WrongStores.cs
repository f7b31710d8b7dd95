using System.Collections.Immutable;
using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Documents;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Documents;

/// <summary>Stores that are wrong in one place each, and the case that has to notice.</summary>
internal static class WrongStores
{
    public static IEnumerable<WrongProvider> All { get; } =
    [
        Wrong("the last write wins", right => new SpoiledStore(right) { Commit = LastWriteWins }, "replacing takes exactly the version that is there"),
        Wrong("a batch is committed one by one", right => new SpoiledStore(right) { Commit = OneByOne }, "a batch is all or nothing"),
        Wrong("requirements are not looked at", right => new SpoiledStore(right) { Commit = NoRequirements }, "a requirement that no longer holds refuses the batch"),
        Wrong("requirements are checked before the transaction", right => new SpoiledStore(right) { Commit = EarlyRequirements }, "write skew through requirements never happens", Needs.Concurrency),
        Wrong("a requirement writes a new version", right => new SpoiledStore(right) { Commit = WritingRequirements }, "a requirement writes nothing"),
        Wrong("commands are not remembered", right => new SpoiledStore(right) { Commit = ForgetCommands }, "a command sent again has one effect and the same answer"),
        Wrong("a refused command is remembered", right => RememberingRefusals(right), "a refused command may be sent again with what is right"),
        Wrong("all tenants are one", right => OneTenant(right), "a tenant does not see another's documents"),
        Wrong("ids are compared without case", right => LowerCase(right), "ids that look alike are different documents"),
        Wrong("ids lose their trailing blanks", right => Trimming(right), "ids that look alike are different documents"),
        Wrong("bodies are parsed and written anew", right => new SpoiledStore(right) { Commit = (store, batch, stop) => store.CommitAsync(batch.WithBodies(Squeeze), stop) }, "a body comes back byte for byte"),
        Wrong("bodies are cut", right => new SpoiledStore(right) { Commit = (store, batch, stop) => store.CommitAsync(batch.WithBodies(body => body[..Math.Min(body.Length, 65_535)]), stop) }, "a body of the largest size is kept whole"),
        Wrong("only the first conflict is named", right => new SpoiledStore(right) { Commit = FirstConflict }, "every conflict of a batch is named"),
        Wrong("a conflict does not say what is there", right => new SpoiledStore(right) { Commit = SilentConflict }, "creating what exists is refused with its version"),
        Wrong("pages start at an offset", right => OffsetPages(right), "pages stay in place while documents come and go"),
        Wrong("a page end is exclusive of its value alone", right => new SpoiledStore(right) { Query = SkipEqualValues }, "pages follow each other without gap or repeat"),
        Wrong("a full page always says that more follows", right => new SpoiledStore(right) { Query = AlwaysMore }, "a page that just holds the rest has no end"),
        Wrong("ranges take their end in", right => new SpoiledStore(right) { Query = InclusiveEnd }, "a range takes its start and leaves its end out"),
        Wrong("only the first of several values is looked for", right => new SpoiledStore(right) { Query = FirstValue }, "a query lists what equals one of several values"),
        Wrong("the order never turns round", right => new SpoiledStore(right) { Query = (store, tenant, query, stop) => store.QueryAsync(tenant, query with { IsDescending = false }, stop) }, "the order turns round"),
        Wrong("a document is listed once at most", right => new SpoiledStore(right) { Query = Once }, "a document with several entries is listed for each that matches"),
        Wrong("only the first entry of an index is kept", right => new SpoiledStore(right) { Commit = (store, batch, stop) => store.CommitAsync(batch.WithEntries((_, entries) => [.. entries.DistinctBy(entry => entry.Index)]), stop) }, "a document with several entries is listed for each that matches"),
        Wrong("counts are capped by the page", right => new SpoiledStore(right) { Count = (store, tenant, query, limit, stop) => store.CountAsync(tenant, query, Math.Min(limit, query.Take), stop) }, "counting stops at the limit"),
        Wrong("counts ignore the limit", right => new SpoiledStore(right) { Count = (store, tenant, query, _, stop) => store.CountAsync(tenant, query, 1_000, stop) }, "counting stops at the limit"),
        Wrong("cancellation is lost", right => new SpoiledStore(right) { Commit = (store, batch, _) => store.CommitAsync(batch, CancellationToken.None) }, "a caller that gave up gets no answer and changes nothing"),
        Wrong("queries lag behind", right => Lagging(right), "a query sees what was committed before it"),
        Wrong("two commits read, then write", right => new SpoiledStore(right) { Commit = ReadThenWrite }, "no update of a document is lost", Needs.Concurrency),
    ];

    internal static WrongProvider Wrong(string name, Func<InMemoryDocumentStore, IDocumentStore> spoil, string caught, Needs needs = Needs.Nothing, bool isSpoiledByNode = false) => new(
        name,
        caught,
        needs,
        options => DocumentStoreKit.Cases(new InMemoryDocumentStore(new StoreSchema([])).Capabilities, () => new InMemoryHarness(spoil, isSpoiledByNode), options));

    private static async ValueTask<CommitResult> LastWriteWins(IDocumentStore store, DocumentBatch batch, CancellationToken stop)
    {
        DocumentBatch forced = Empty(batch);
        foreach (DocumentOperation operation in batch.Operations)
        {
            forced = operation is ReplaceDocument replace && await store.ReadAsync(batch.Tenant, replace.Key, stop) is { } current
                ? forced.With(replace with { Version = current.Version })
                : forced.With(operation);
        }

        return await store.CommitAsync(forced, stop);
    }

    private static async ValueTask<CommitResult> OneByOne(IDocumentStore store, DocumentBatch batch, CancellationToken stop)
    {
        CommitResult result = null!;
        foreach ((DocumentOperation operation, int number) in batch.Operations.Select((operation, number) => (operation, number)))
        {
            result = await store.CommitAsync(DocumentBatch.For(batch.Tenant, new CommandId($"{batch.Command}/{number}")).With(operation), stop);
            if (!result.IsCommitted)
            {
                return result;
            }
        }

        return result;
    }

    private static ValueTask<CommitResult> NoRequirements(IDocumentStore store, DocumentBatch batch, CancellationToken stop) =>
        store.CommitAsync(batch.Operations.Where(operation => operation.Writes).Aggregate(Empty(batch), (all, operation) => all.With(operation)), stop);

    private static async ValueTask<CommitResult> EarlyRequirements(IDocumentStore store, DocumentBatch batch, CancellationToken stop)
    {
        foreach (DocumentOperation operation in batch.Operations.Where(operation => !operation.Writes))
        {
            DocumentVersion? current = (await store.ReadAsync(batch.Tenant, operation.Key, stop))?.Version;
            if (current != operation.Expected)
            {
                return CommitResult.Refused([new DocumentConflict { Key = operation.Key, Current = current }]);
            }
        }

        await Batches.GiveWay();
        return await NoRequirements(store, batch, stop);
    }

    private static async ValueTask<CommitResult> WritingRequirements(IDocumentStore store, DocumentBatch batch, CancellationToken stop)
    {
        DocumentBatch written = Empty(batch);
        foreach (DocumentOperation operation in batch.Operations)
        {
            Document? current = operation.Writes ? null : await store.ReadAsync(batch.Tenant, operation.Key, stop);
            written = current is not null && operation.Expected == current.Version
                ? written.Replace(current.Key, current.Version, current.Body)
                : written.With(operation);
        }

        return await store.CommitAsync(written, stop);
    }

    private static ValueTask<CommitResult> ForgetCommands(IDocumentStore store, DocumentBatch batch, CancellationToken stop) =>
        store.CommitAsync(batch.Operations.Aggregate(DocumentBatch.For(batch.Tenant, new CommandId(Guid.NewGuid().ToString())), (all, operation) => all.With(operation)), stop);

    private static SpoiledStore RememberingRefusals(IDocumentStore right)
    {
        var refused = new System.Collections.Concurrent.ConcurrentDictionary<CommandId, CommitResult>();
        return new SpoiledStore(right)
        {
            Commit = async (store, batch, stop) =>
            {
                if (refused.TryGetValue(batch.Command, out CommitResult? before))
                {
                    return before;
                }

                CommitResult result = await store.CommitAsync(batch, stop);
                return result.IsCommitted ? result : refused.GetOrAdd(batch.Command, result);
            },
        };
    }

    private static SpoiledStore OneTenant(IDocumentStore right)
    {
        var all = new TenantId("everyone");
        return new SpoiledStore(right)
        {
            Read = (store, _, key, stop) => store.ReadAsync(all, key, stop),
            Query = (store, _, query, stop) => store.QueryAsync(all, query, stop),
            Count = (store, _, query, limit, stop) => store.CountAsync(all, query, limit, stop),
            Commit = (store, batch, stop) => store.CommitAsync(batch.Operations.Aggregate(DocumentBatch.For(all, batch.Command), (sum, operation) => sum.With(operation)), stop),
        };
    }

    private static SpoiledStore LowerCase(IDocumentStore right) => Renaming(right, id => id.ToLowerInvariant());

    private static SpoiledStore Trimming(IDocumentStore right) => Renaming(right, id => id.TrimEnd());

    private static SpoiledStore Renaming(IDocumentStore right, Func<string, string> rename)
    {
        DocumentKey Key(DocumentKey key) => new(key.Collection, rename(key.Id));
        return new SpoiledStore(right)
        {
            Read = (store, tenant, key, stop) => store.ReadAsync(tenant, Key(key), stop),
            Commit = (store, batch, stop) => store.CommitAsync(batch.Operations.Aggregate(Empty(batch), (all, operation) => all.With(operation with { Key = Key(operation.Key) })), stop),
        };
    }

    private static async ValueTask<CommitResult> FirstConflict(IDocumentStore store, DocumentBatch batch, CancellationToken stop)
    {
        CommitResult result = await store.CommitAsync(batch, stop);
        return result.IsCommitted ? result : CommitResult.Refused([result.Conflicts[0]]);
    }

    private static async ValueTask<CommitResult> SilentConflict(IDocumentStore store, DocumentBatch batch, CancellationToken stop)
    {
        CommitResult result = await store.CommitAsync(batch, stop);
        return result.IsCommitted ? result : CommitResult.Refused([.. result.Conflicts.Select(conflict => conflict with { Current = null })]);
    }

    private static SpoiledStore OffsetPages(IDocumentStore right)
    {
        var offsets = new System.Runtime.CompilerServices.ConditionalWeakTable<PageEnd, object>();
        return new SpoiledStore(right)
        {
            Query = async (store, tenant, query, stop) =>
            {
                int offset = query.After is { } end && offsets.TryGetValue(end, out object? known) ? (int)known : 0;
                DocumentPage all = await store.QueryAsync(tenant, query with { After = null, Take = 1_000 }, stop);
                ImmutableArray<Document> page = [.. all.Documents.Skip(offset).Take(query.Take)];
                PageEnd? next = all.Documents.Length > offset + query.Take ? new PageEnd(query.Equal[0][..1], "offset") : null;
                if (next is not null)
                {
                    offsets.Add(next, offset + query.Take);
                }

                return new DocumentPage { Documents = page, End = next };
            },
        };
    }

    private static async ValueTask<DocumentPage> SkipEqualValues(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop)
    {
        DocumentPage page = await store.QueryAsync(tenant, query, stop);
        return page.End is { } end && !query.IsDescending ? page with { End = new PageEnd(end.Values, "\uFFFF") } : page;
    }

    private static async ValueTask<DocumentPage> AlwaysMore(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop)
    {
        DocumentPage page = await store.QueryAsync(tenant, query, stop);
        bool isFull = page.Documents.Length == query.Take && page.End is null && query.After is null && query.Equal.Length == 1;
        return isFull ? page with { End = new PageEnd([query.Equal[0][0]], page.Documents[^1].Key.Id) } : page;
    }

    private static ValueTask<DocumentPage> InclusiveEnd(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop)
    {
        IndexRange? range = query.Range is { To: { Kind: IndexKind.Instant } to } given ? given with { To = IndexValue.FromInteger(IndexKind.Instant, to.AsInteger + 1) } : query.Range;
        return store.QueryAsync(tenant, query with { Range = range }, stop);
    }

    private static ValueTask<DocumentPage> FirstValue(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop) =>
        store.QueryAsync(tenant, query with { Equal = [.. query.Equal.Select(values => values[..1])] }, stop);

    private static async ValueTask<DocumentPage> Once(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop)
    {
        DocumentPage page = await store.QueryAsync(tenant, query, stop);
        return page with { Documents = [.. page.Documents.DistinctBy(document => document.Key)] };
    }

    private static SpoiledStore Lagging(IDocumentStore right)
    {
        DocumentPage? last = null;
        return new SpoiledStore(right)
        {
            Query = async (store, tenant, query, stop) =>
            {
                DocumentPage now = await store.QueryAsync(tenant, query, stop);
                return Interlocked.Exchange(ref last, now) ?? now;
            },
        };
    }

    // Looks whether everything is as expected, and only then, in a step of its own, writes over whatever is there.
    private static async ValueTask<CommitResult> ReadThenWrite(IDocumentStore store, DocumentBatch batch, CancellationToken stop)
    {
        foreach (DocumentOperation operation in batch.Operations)
        {
            DocumentVersion? current = (await store.ReadAsync(batch.Tenant, operation.Key, stop))?.Version;
            if (current != operation.Expected)
            {
                return CommitResult.Refused([new DocumentConflict { Key = operation.Key, Current = current }]);
            }
        }

        await Batches.GiveWay();
        return await LastWriteWins(store, batch, stop);
    }

    private static DocumentBatch Empty(DocumentBatch batch) => DocumentBatch.For(batch.Tenant, batch.Command);

    private static ReadOnlyMemory<byte> Squeeze(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span).Replace(" ", "", StringComparison.Ordinal));
}
