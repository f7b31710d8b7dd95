using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using QualityKit.Auditing;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Commits what a command brought about, once: its documents, and in the same batch one journal document and the heads of the chains that grow.</summary>
/// <remarks>
/// The journal document is called after the command, and making it is the record that the command was carried out: <see cref="FindAsync"/> before, and
/// the same command has one effect whenever it comes again. The body is never changed. Delivering its events takes it out of
/// <see cref="JournalIndexes.Undelivered"/> and <see cref="JournalIndexes.Due"/>, or moves it to a later instant
/// (<see cref="Relisted"/>); who has had which event is kept elsewhere. The heads of chains are listed under
/// <see cref="JournalIndexes.Unsealed"/> from the first entry that no seal covers; a seal stores the head anew with no such instant.
/// </remarks>
internal sealed class Journal(IDocumentStore store, IAuditKeys keys)
{
    /// <summary>What a command brought about; null when it was not carried out, or brought about nothing that the journal keeps.</summary>
    public async ValueTask<JournalEntry?> FindAsync(TenantId tenant, CommandId command, CancellationToken cancellationToken) =>
        await store.ReadAsync(tenant, KeyOf(command), cancellationToken).ConfigureAwait(false) is { } document ? JournalFormat.Read(tenant, document) : null;

    /// <summary>Commits documents together with what happened.</summary>
    /// <param name="batch">The documents; the command is theirs.</param>
    /// <param name="facts">What happened, in order; none: only the documents are committed, and the store alone remembers the command.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it happened; if not, something that it was worked out from has changed, or the command was carried out already: load again.</returns>
    public async ValueTask<bool> CommitAsync(DocumentBatch batch, ImmutableArray<JournalFact> facts, CancellationToken cancellationToken)
    {
        DocumentBatch whole = facts.IsEmpty ? batch : await WithAsync(batch, facts, cancellationToken).ConfigureAwait(false);
        return (await store.CommitAsync(whole, cancellationToken).ConfigureAwait(false)).IsCommitted;
    }

    /// <summary>The head of an entity's chain.</summary>
    public async ValueTask<AuditHeadDocument> HeadAsync(AuditEntity entity, CancellationToken cancellationToken)
    {
        var tenant = new TenantId(entity.Tenant);
        Document? stored = await store.ReadAsync(tenant, AuditHeadDocument.KeyOf(entity), cancellationToken).ConfigureAwait(false);
        return stored is null ? AuditHeadDocument.Start(entity) : AuditHeadDocument.Read(tenant, stored);
    }

    /// <summary>Every commit that spoke of an entity, in order.</summary>
    public async IAsyncEnumerable<JournalEntry> OfAsync(AuditEntity entity, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tenant = new TenantId(entity.Tenant);
        var query = new DocumentQuery { Collection = Collections.Journal, Index = JournalIndexes.ByEntity, Equal = [[IndexValue.Of(entity.Kind)], [IndexValue.Of(entity.Id)]] };
        await foreach (Document document in store.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            yield return JournalFormat.Read(tenant, document);
        }
    }

    /// <summary>The batch that also lists a journal document anew: the entities whose events in it are not delivered, and from when delivery is tried. Its body stays as it is.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="entry">The document.</param>
    /// <param name="undelivered">Its places under which it stays in <see cref="JournalIndexes.Undelivered"/>.</param>
    /// <param name="due">Where it stays in <see cref="JournalIndexes.Due"/>; null for nowhere, while it waits behind another.</param>
    public static DocumentBatch Relisted(DocumentBatch batch, JournalEntry entry, IEnumerable<JournalPlace> undelivered, DateTimeOffset? due) =>
        batch.Replace(entry.Document.Key, entry.Document.Version, entry.Document.Body, Listed(entry.Places, undelivered, due));

    private static DocumentKey KeyOf(CommandId command) => new(Collections.Journal, command.Value);

    private async ValueTask<DocumentBatch> WithAsync(DocumentBatch batch, ImmutableArray<JournalFact> facts, CancellationToken cancellationToken)
    {
        AuditKey key = keys.CurrentFor(batch.Tenant);
        var lines = ImmutableArray.CreateBuilder<JournalLine>(facts.Length);
        var places = ImmutableArray.CreateBuilder<JournalPlace>();
        foreach (IGrouping<AuditEntity, JournalFact> chain in facts.GroupBy(fact => fact.Entity))
        {
            AuditHeadDocument head = await HeadAsync(chain.Key, cancellationToken).ConfigureAwait(false);
            var place = new JournalPlace(chain.Key.Kind, chain.Key.Id, head.Journals + 1);
            places.Add(place);
            batch = Append(head, chain, place, key, lines).StoreIn(batch);
        }

        byte[] body = JournalFormat.Write(lines.ToImmutable(), places.ToImmutable());
        JournalPlace[] told = [.. lines.Where(line => line.IsTold).Select(line => line.Place).Distinct()];
        DateTimeOffset? due = told.Length > 0 ? facts[0].Fact.At : null;
        return Attempt(batch, body).Create(KeyOf(batch.Command), body, Listed(places.ToImmutable(), told, due));
    }

    // A store answers a command that it knows without looking at what it brings. Two attempts of one command may bring different times and salts,
    // and only one of them is stored; so each is sent under an id of its own, and that the journal document can be made once is what lets one pass.
    private static DocumentBatch Attempt(DocumentBatch batch, byte[] body) => batch.Operations.Aggregate(
        DocumentBatch.For(batch.Tenant, new(Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(batch.Command.Value), 0, .. body])))),
        (attempt, operation) => attempt.With(operation));

    private static AuditHeadDocument Append(
        AuditHeadDocument head, IEnumerable<JournalFact> facts, JournalPlace place, AuditKey key, ImmutableArray<JournalLine>.Builder lines)
    {
        AuditHead reached = head.Head;
        DateTimeOffset? unsealed = head.UnsealedSince;
        foreach (JournalFact fact in facts)
        {
            AuditRecord? record = null;
            if (fact.IsAudited)
            {
                (record, reached) = AuditChain.Append(reached, fact.Fact, key);
                unsealed ??= fact.Fact.At;
            }

            lines.Add(new() { Place = place, Fact = fact.Fact, Record = record, IsTold = fact.IsTold });
        }

        return head with { Head = reached, Journals = place.Place, UnsealedSince = unsealed };
    }

    private static ImmutableArray<IndexEntry> Listed(ImmutableArray<JournalPlace> places, IEnumerable<JournalPlace> undelivered, DateTimeOffset? due)
    {
        var entries = ImmutableArray.CreateBuilder<IndexEntry>();
        entries.AddRange(places.Select(place => place.In(JournalIndexes.ByEntity)));
        entries.AddRange(undelivered.Select(place => place.In(JournalIndexes.Undelivered)));
        if (due is { } instant)
        {
            entries.Add(new(JournalIndexes.Due, IndexValue.Of(JournalIndexes.OutboxWork), IndexValue.Of(instant)));
        }

        return entries.ToImmutable();
    }
}
