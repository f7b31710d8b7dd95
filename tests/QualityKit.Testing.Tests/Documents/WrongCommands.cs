using System.Collections.Concurrent;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Documents;

/// <summary>Stores that are wrong about commands, versions, conflicts, and whose bytes are whose.</summary>
internal static class WrongCommands
{
    public static IEnumerable<WrongProvider> All { get; } =
    [
        WrongStores.Wrong("versions are times that stand still for a while", right => Versions(right, version => $"t{version / 4}"), "versions are never used again"),
        WrongStores.Wrong("a version is that of the document, counted from 1", PerDocument, "a deleted document can be made again and has another version"),
        WrongStores.Wrong("bodies are not copied when they are written", SharedIn, "what a caller does to its bytes afterwards changes nothing"),
        WrongStores.Wrong("bodies are not copied when they are read", SharedOut, "what a reader does to its bytes changes nothing"),
        WrongStores.Wrong("conflicts name what was written, not what was required", right => new SpoiledStore(right) { Commit = WritesOnly }, "every conflict of a batch is named"),
        WrongStores.Wrong("absence is not required", right => new SpoiledStore(right) { Commit = (store, batch, stop) => store.CommitAsync(batch.With(operation => operation is RequireDocument { Version: null } ? null : operation), stop) }, "a requirement that a document is absent holds until it is made"),
        WrongStores.Wrong("only the first 50 requirements are looked at", right => new SpoiledStore(right) { Commit = FiftyRequirements }, "a batch of 100 writes and 100 requirements commits, and the last requirement counts"),
        WrongStores.Wrong("commands of all tenants are one", right => Remembering(right, batch => batch.Command.Value), "a command belongs to its tenant"),
        WrongStores.Wrong("commands are compared without case", right => Remembering(right, batch => $"{batch.Tenant}|{batch.Command.Value.ToUpperInvariant()}"), "commands that look alike are different commands"),
        WrongStores.Wrong("a command is known by its documents, while they are there", KnownByDocuments, "a command sent again is answered though its documents are gone"),
        WrongStores.Wrong("a command that only required is not remembered", right => new SpoiledStore(right) { Commit = (store, batch, stop) => store.CommitAsync(batch.Operations.Any(operation => operation.Writes) ? batch : batch.As(new CommandId(Guid.NewGuid().ToString())), stop) }, "a command that only required is answered again too"),
        WrongStores.Wrong("cancelled reads go on", right => new SpoiledStore(right) { Read = (store, tenant, key, _) => store.ReadAsync(tenant, key, CancellationToken.None), Query = (store, tenant, query, _) => store.QueryAsync(tenant, query, CancellationToken.None) }, "a caller that gave up gets no answer and changes nothing"),
        WrongStores.Wrong("reads come from a cache that only its own node refreshes", Cached, "two nodes see each other's commits", isSpoiledByNode: true),
        WrongStores.Wrong("tenants are cut at 64 bytes", ShortTenants, "tenants of 128 bytes that differ in the last are different"),
    ];

    /// <summary>Turns the versions of the right store, which count its commits, into others; where others are equal, so are the documents' states.</summary>
    internal static SpoiledStore Versions(IDocumentStore right, Func<long, string> make)
    {
        DocumentVersion Shown(DocumentVersion version) => new(make(long.Parse(version.Value)));
        async ValueTask<DocumentVersion> Kept(IDocumentStore store, TenantId tenant, DocumentKey key, DocumentVersion shown, CancellationToken stop) =>
            await store.ReadAsync(tenant, key, stop) is { } found && Shown(found.Version) == shown ? found.Version : new DocumentVersion("another");
        return new SpoiledStore(right)
        {
            Read = async (store, tenant, key, stop) => await store.ReadAsync(tenant, key, stop) is { } found ? found with { Version = Shown(found.Version) } : null,
            Query = async (store, tenant, query, stop) => await store.QueryAsync(tenant, query, stop) is var page ? page with { Documents = [.. page.Documents.Select(found => found with { Version = Shown(found.Version) })] } : null!,
            Commit = async (store, batch, stop) =>
            {
                var operations = new List<DocumentOperation>();
                foreach (DocumentOperation operation in batch.Operations)
                {
                    DocumentVersion kept = operation.Expected is { } expected ? await Kept(store, batch.Tenant, operation.Key, expected, stop) : default;
                    operations.Add(operation switch
                    {
                        ReplaceDocument replace => replace with { Version = kept },
                        DeleteDocument delete => delete with { Version = kept },
                        RequireDocument { Version: not null } require => require with { Version = kept },
                        _ => operation,
                    });
                }

                CommitResult result = await store.CommitAsync(Batches.Of(batch.Tenant, batch.Command, operations), stop);
                return result.Version is { } version
                    ? CommitResult.Committed(Shown(version))
                    : CommitResult.Refused([.. result.Conflicts.Select(conflict => conflict with { Current = conflict.Current is { } current ? Shown(current) : null })]);
            },
        };
    }

    // Every creation shows version 1: another document of the same name is taken for the one that was.
    private static SpoiledStore PerDocument(IDocumentStore right)
    {
        var creations = new ConcurrentDictionary<string, bool>();
        SpoiledStore shown = Versions(right, version => creations.ContainsKey($"{version}") ? "1" : $"{version}");
        return new SpoiledStore(shown)
        {
            Commit = async (store, batch, stop) =>
            {
                if (batch.Operations is not [CreateDocument])
                {
                    return await store.CommitAsync(batch, stop);
                }

                CommitResult result = await right.CommitAsync(batch, stop);
                if (result.Version is { } version)
                {
                    creations.TryAdd(version.Value, true);
                    return CommitResult.Committed(new DocumentVersion("1"));
                }

                return await store.CommitAsync(batch, stop);
            },
        };
    }

    private static SpoiledStore SharedIn(IDocumentStore right)
    {
        var bodies = new ConcurrentDictionary<(TenantId, DocumentKey, DocumentVersion), ReadOnlyMemory<byte>>();
        return new SpoiledStore(right)
        {
            Commit = async (store, batch, stop) =>
            {
                CommitResult result = await store.CommitAsync(batch, stop);
                foreach (CreateDocument create in batch.Operations.OfType<CreateDocument>().Where(_ => result.IsCommitted))
                {
                    bodies.TryAdd((batch.Tenant, create.Key, result.Version!.Value), create.Body);
                }

                return result;
            },
            Read = async (store, tenant, key, stop) =>
                await store.ReadAsync(tenant, key, stop) is { } found ? found with { Body = bodies.GetValueOrDefault((tenant, key, found.Version), found.Body) } : null,
        };
    }

    private static SpoiledStore SharedOut(IDocumentStore right)
    {
        var seen = new ConcurrentDictionary<(TenantId, DocumentKey, DocumentVersion), Document>();
        return new SpoiledStore(right)
        {
            Read = async (store, tenant, key, stop) => await store.ReadAsync(tenant, key, stop) is { } found ? seen.GetOrAdd((tenant, key, found.Version), found) : null,
        };
    }

    private static async ValueTask<CommitResult> WritesOnly(IDocumentStore store, DocumentBatch batch, CancellationToken stop)
    {
        CommitResult result = await store.CommitAsync(batch, stop);
        HashSet<DocumentKey> written = [.. batch.Operations.Where(operation => operation.Writes).Select(operation => operation.Key)];
        return result.Conflicts.Any(conflict => written.Contains(conflict.Key)) ? CommitResult.Refused([.. result.Conflicts.Where(conflict => written.Contains(conflict.Key))]) : result;
    }

    private static ValueTask<CommitResult> FiftyRequirements(IDocumentStore store, DocumentBatch batch, CancellationToken stop)
    {
        int left = 50;
        return store.CommitAsync(batch.With(operation => operation.Writes || left-- > 0 ? operation : null), stop);
    }

    private static SpoiledStore Remembering(IDocumentStore right, Func<DocumentBatch, string> name)
    {
        var answers = new ConcurrentDictionary<string, CommitResult>();
        return new SpoiledStore(right)
        {
            Commit = async (store, batch, stop) =>
            {
                if (answers.TryGetValue(name(batch), out CommitResult? before))
                {
                    return before;
                }

                CommitResult result = await store.CommitAsync(batch, stop);
                return result.IsCommitted ? answers.GetOrAdd(name(batch), result) : result;
            },
        };
    }

    private static SpoiledStore KnownByDocuments(IDocumentStore right)
    {
        var sent = new ConcurrentDictionary<(TenantId, CommandId), bool>();
        return new SpoiledStore(right)
        {
            Commit = async (store, batch, stop) =>
            {
                bool isAgain = !sent.TryAdd((batch.Tenant, batch.Command), true);
                bool isGone = isAgain && batch.Operations[0] is CreateDocument create && await store.ReadAsync(batch.Tenant, create.Key, stop) is null;
                return await store.CommitAsync(isGone ? batch.As(new CommandId(Guid.NewGuid().ToString())) : batch, stop);
            },
        };
    }

    private static SpoiledStore Cached(InMemoryDocumentStore right)
    {
        var cache = new ConcurrentDictionary<(TenantId, DocumentKey), Document?>();
        return new SpoiledStore(right)
        {
            Read = async (store, tenant, key, stop) =>
            {
                stop.ThrowIfCancellationRequested();
                if (!cache.TryGetValue((tenant, key), out Document? found))
                {
                    cache[(tenant, key)] = found = await store.ReadAsync(tenant, key, stop);
                }

                return found is null ? null : found with { Body = found.Body.ToArray() };
            },
            Commit = async (store, batch, stop) =>
            {
                CommitResult result = await store.CommitAsync(batch, stop);
                foreach (DocumentOperation operation in batch.Operations)
                {
                    cache.TryRemove((batch.Tenant, operation.Key), out _);
                }

                return result;
            },
        };
    }

    private static SpoiledStore ShortTenants(IDocumentStore right)
    {
        static TenantId Short(TenantId tenant) => new(tenant.Value[..Math.Min(tenant.Value.Length, 64)]);
        return new SpoiledStore(right)
        {
            Read = (store, tenant, key, stop) => store.ReadAsync(Short(tenant), key, stop),
            Query = (store, tenant, query, stop) => store.QueryAsync(Short(tenant), query, stop),
            Count = (store, tenant, query, limit, stop) => store.CountAsync(Short(tenant), query, limit, stop),
            Commit = (store, batch, stop) => store.CommitAsync(Batches.Of(Short(batch.Tenant), batch.Command, batch.Operations), stop),
        };
    }
}
