using QualityKit.Auditing;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Tells the witness of deletions, holds and changes of rings, from the journal, before they are confirmed to whoever asked for them. Whatever is told twice is told once.</summary>
internal sealed class KeepingMemory(IDocumentStore store, IAuditKeys keys, IKeepingWitness? witness)
{
    private readonly Journal _journal = new(store, keys);

    /// <summary>Who is told; null for nobody.</summary>
    public IKeepingWitness? Witness => witness;

    /// <summary>Tells of what a command brought about.</summary>
    /// <param name="deed">The command, and who gave it.</param>
    /// <param name="hold">The hold that it placed; null for another deed.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async ValueTask TellAsync(Deed deed, LegalHold? hold, CancellationToken cancellationToken)
    {
        if (witness is not null && await _journal.FindAsync(deed.Actor.Tenant, deed.Command, cancellationToken).ConfigureAwait(false) is { } done)
        {
            await TellAsync(deed.Actor.Tenant, done, hold, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tells of the deletions and holds among what happened to one thing, in order: of what was not told because a node died in between, or because the witness did not answer.</summary>
    public async ValueTask CatchUpAsync(AuditEntity entity, CancellationToken cancellationToken)
    {
        if (witness is null || entity.Kind is not (InteractionRetention.Kind or HoldService.Kind or RecordingTools.Kind or RingChanges.Kind))
        {
            return;
        }

        var tenant = new TenantId(entity.Tenant);
        HoldRegister holds = entity.Kind == HoldService.Kind ? (await HoldRegisterDocument.LoadAsync(store, tenant, cancellationToken).ConfigureAwait(false)).Register : HoldRegister.Empty;
        if (!await IsToldAsync(tenant, entity, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        await foreach (JournalEntry entry in _journal.OfAsync(entity, cancellationToken).ConfigureAwait(false))
        {
            await TellAsync(tenant, entry, holds.Holds.FirstOrDefault(hold => hold.Id.Value == entity.Id), cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsTold(JournalLine line) =>
        line.Fact?.Action is KeepingFactCodes.Deleted or KeepingFactCodes.HoldReleased or RecordingFactCodes.Deleted or RecordingFactCodes.Redacted || line.Fact?.Entity.Kind == RingChanges.Kind;

    // Of what was never deleted there is nothing to tell.
    private async ValueTask<bool> IsToldAsync(TenantId tenant, AuditEntity entity, CancellationToken cancellationToken) => entity.Kind switch
    {
        InteractionRetention.Kind => (await new InteractionStore(store).FindAsync(tenant, new(entity.Id), cancellationToken).ConfigureAwait(false))?.DeletedAt is not null,
        RecordingTools.Kind => (await StoredRecording.FindAsync(store, tenant, new(entity.Id), cancellationToken).ConfigureAwait(false))?.Deletion is not null,
        _ => true,
    };

    private async ValueTask TellAsync(TenantId tenant, JournalEntry entry, LegalHold? hold, CancellationToken cancellationToken)
    {
        foreach (JournalLine line in entry.Lines)
        {
            bool isHold = line.Fact?.Action == KeepingFactCodes.HoldPlaced;
            if (line.Record is { } record && ((isHold && hold is not null) || IsTold(line)))
            {
                ReadOnlyMemory<byte> content = isHold ? HoldRegisterDocument.Write(hold!) : default(ReadOnlyMemory<byte>);
                await witness!.RememberAsync(tenant, KeepingReceipt.Of(record, content, keys.CurrentFor(tenant)), cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
