using System.Collections.Immutable;
using System.Text;
using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Tests.Documents;

/// <summary>Stores that are wrong in one place each, and the case that has to notice.</summary>
internal static class WrongStores
{
    public static IReadOnlyDictionary<string, (Func<IDocumentStore, IDocumentStore> Spoil, string Caught)> All { get; } =
        new Dictionary<string, (Func<IDocumentStore, IDocumentStore>, string)>
        {
            ["the last write wins"] = (right => new SpoiledStore(right) { Commit = LastWriteWins }, "replacing takes exactly the version that is there"),
            ["a batch is committed one by one"] = (right => new SpoiledStore(right) { Commit = OneByOne }, "a batch is all or nothing"),
            ["requirements are not looked at"] = (right => new SpoiledStore(right) { Commit = NoRequirements }, "a requirement that no longer holds refuses the batch"),
            ["requirements are checked before the transaction"] = (right => new SpoiledStore(right) { Commit = EarlyRequirements }, "write skew through requirements never happens"),
            ["a requirement writes a new version"] = (right => new SpoiledStore(right) { Commit = WritingRequirements }, "a requirement writes nothing"),
            ["commands are not remembered"] = (right => new SpoiledStore(right) { Commit = ForgetCommands }, "a command sent again has one effect and the same answer"),
            ["a refused command is remembered"] = (right => RememberingRefusals(right), "a refused command may be sent again with what is right"),
            ["all tenants are one"] = (right => OneTenant(right), "a tenant does not see another's documents"),
            ["ids are compared without case"] = (right => LowerCase(right), "ids that look alike are different documents"),
            ["ids lose their trailing blanks"] = (right => Trimming(right), "ids that look alike are different documents"),
            ["bodies are parsed and written anew"] = (right => new SpoiledStore(right) { Commit = (store, batch, stop) => store.CommitAsync(WithBodies(batch, Squeeze), stop) }, "a body comes back byte for byte"),
            ["bodies are cut"] = (right => new SpoiledStore(right) { Commit = (store, batch, stop) => store.CommitAsync(WithBodies(batch, body => body[..Math.Min(body.Length, 65_535)]), stop) }, "a body of the largest size is kept whole"),
            ["only the first conflict is named"] = (right => new SpoiledStore(right) { Commit = FirstConflict }, "every conflict of a batch is named"),
            ["a conflict does not say what is there"] = (right => new SpoiledStore(right) { Commit = SilentConflict }, "creating what exists is refused with its version"),
            ["pages start at an offset"] = (right => OffsetPages(right), "pages stay in place while documents come and go"),
            ["a page end is exclusive of its value alone"] = (right => new SpoiledStore(right) { Query = SkipEqualValues }, "pages follow each other without gap or repeat"),
            ["a full page always says that more follows"] = (right => new SpoiledStore(right) { Query = AlwaysMore }, "a page that just holds the rest has no end"),
            ["ranges take their end in"] = (right => new SpoiledStore(right) { Query = InclusiveEnd }, "a range takes its start and leaves its end out"),
            ["only the first of several values is looked for"] = (right => new SpoiledStore(right) { Query = FirstValue }, "a query lists what equals one of several values"),
            ["the order never turns round"] = (right => new SpoiledStore(right) { Query = (store, tenant, query, stop) => store.QueryAsync(tenant, query with { IsDescending = false }, stop) }, "the order turns round"),
            ["a document is listed once at most"] = (right => new SpoiledStore(right) { Query = Once }, "a document with several entries is listed for each that matches"),
            ["only the first entry of an index is kept"] = (right => new SpoiledStore(right) { Commit = (store, batch, stop) => store.CommitAsync(WithEntries(batch, entries => [.. entries.DistinctBy(entry => entry.Index)]), stop) }, "a document with several entries is listed for each that matches"),
            ["counts are capped by the page"] = (right => new SpoiledStore(right) { Count = (store, tenant, query, limit, stop) => store.CountAsync(tenant, query, Math.Min(limit, query.Take), stop) }, "counting stops at the limit"),
            ["counts ignore the limit"] = (right => new SpoiledStore(right) { Count = (store, tenant, query, _, stop) => store.CountAsync(tenant, query, 1_000, stop) }, "counting stops at the limit"),
            ["cancellation is lost"] = (right => new SpoiledStore(right) { Commit = (store, batch, _) => store.CommitAsync(batch, CancellationToken.None) }, "a caller that gave up gets no answer and changes nothing"),
            ["queries lag behind"] = (right => Lagging(right), "a query sees what was committed before it"),
            ["two commits read, then write"] = (right => new SpoiledStore(right) { Commit = ReadThenWrite }, "no update of a document is lost"),
        };

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

        await Task.Yield();
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

        await Task.Yield();
        return await LastWriteWins(store, batch, stop);
    }

    private static DocumentBatch Empty(DocumentBatch batch) => DocumentBatch.For(batch.Tenant, batch.Command);

    private static DocumentBatch WithBodies(DocumentBatch batch, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> change) =>
        batch.Operations.Aggregate(Empty(batch), (all, operation) => all.With(operation switch
        {
            CreateDocument create => create with { Body = change(create.Body) },
            ReplaceDocument replace => replace with { Body = change(replace.Body) },
            _ => operation,
        }));

    private static DocumentBatch WithEntries(DocumentBatch batch, Func<ImmutableArray<IndexEntry>, ImmutableArray<IndexEntry>> change) =>
        batch.Operations.Aggregate(Empty(batch), (all, operation) => all.With(operation is CreateDocument create ? create with { Entries = change(create.Entries) } : operation));

    private static ReadOnlyMemory<byte> Squeeze(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span).Replace(" ", "", StringComparison.Ordinal));
}
