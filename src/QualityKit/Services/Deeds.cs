using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Commits what one actor does to one thing, with its audit entry and event, once for a command.</summary>
internal sealed class Deeds(IDocumentStore documents, IAuditKeys keys, TimeProvider time)
{
    private readonly Journal _journal = new(documents, keys);

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>The time.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What a command brought about when it was carried out; null when it was not.</summary>
    /// <exception cref="ArgumentException">It was carried out by somebody else, or for something else.</exception>
    public ValueTask<JournalEntry?> DoneAsync(Deed deed, CancellationToken cancellationToken) => DoneAsync(deed, otherCode: null, cancellationToken);

    /// <summary>The same for a command that ends in one of two ways.</summary>
    /// <exception cref="ArgumentException">It was carried out by somebody else, or for something else.</exception>
    public async ValueTask<JournalEntry?> DoneAsync(Deed deed, string? otherCode, CancellationToken cancellationToken)
    {
        JournalEntry? done = await _journal.FindAsync(deed.Actor.Tenant, deed.Command, cancellationToken).ConfigureAwait(false);
        return done is null || (done.Lines[0].Fact is { } said && said.Entity == deed.Entity && said.Actor == deed.Actor.Id.Value && (said.Action == deed.Code || said.Action == otherCode))
            ? done
            : throw new ArgumentException($"the command `{deed.Command}` was carried out before, by somebody else or for something else", nameof(deed));
    }

    /// <summary>An empty batch of a deed.</summary>
    public static DocumentBatch Batch(Deed deed) => DocumentBatch.For(deed.Actor.Tenant, deed.Command);

    /// <summary>Commits a deed.</summary>
    /// <returns>Whether it happened; if not, load again.</returns>
    public ValueTask<bool> CommitAsync(DocumentBatch batch, Deed deed, ImmutableArray<AuditFact> facts, CancellationToken cancellationToken) =>
        CommitAsync(batch, (deed, facts), [], cancellationToken);

    /// <summary>Commits a deed, and what it does to other things.</summary>
    /// <returns>Whether it happened; if not, load again.</returns>
    public ValueTask<bool> CommitAsync(
        DocumentBatch batch, (Deed Deed, ImmutableArray<AuditFact> Facts) first, ImmutableArray<(Deed Deed, ImmutableArray<AuditFact> Facts)> also, CancellationToken cancellationToken) =>
        _journal.CommitAsync(batch, [.. also.Prepend(first).Select(one => Fact(one.Deed, one.Facts))], cancellationToken);

    private JournalFact Fact(Deed deed, ImmutableArray<AuditFact> facts) => new(
        new() { Entity = deed.Entity, At = Now, Actor = deed.Actor.Id.Value, Action = deed.Code, Command = deed.Command.Value, Facts = facts }, IsAudited: true, IsTold: true);
}
