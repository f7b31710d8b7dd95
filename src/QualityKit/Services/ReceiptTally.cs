using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What receipts say, one after another.</summary>
internal sealed class ReceiptTally
{
    private readonly HashSet<InteractionId> _deleted = [];

    /// <summary>What was deleted, in that order.</summary>
    public List<InteractionId> Deleted { get; } = [];

    /// <summary>The recordings that were deleted or redacted, with what the audit said of them.</summary>
    public Dictionary<RecordingId, AuditDraft> Recordings { get; } = [];

    /// <summary>Of each hold what happened last: it was placed, or, null, released.</summary>
    public Dictionary<HoldId, LegalHold?> Holds { get; } = [];

    /// <summary>How many say nothing that can be trusted.</summary>
    public int Untrusted { get; private set; }

    /// <summary>The command of the last that can be.</summary>
    public string? Newest { get; private set; }

    /// <summary>Counts one.</summary>
    public void Add(KeepingReceipt receipt, ImmutableArray<AuditKey> keys, TenantId tenant)
    {
        AuditDraft? draft = receipt.Read(keys);
        if (draft is null || draft.Entity.Tenant != tenant.Value || !IsTaken(draft, receipt))
        {
            Untrusted++;
            return;
        }

        Newest = draft.Command;
    }

    private bool IsTaken(AuditDraft draft, KeepingReceipt receipt)
    {
        switch (draft.Action)
        {
            case KeepingFactCodes.Deleted:
                var interaction = new InteractionId(draft.Entity.Id);
                if (_deleted.Add(interaction))
                {
                    Deleted.Add(interaction);
                }

                return true;
            case RecordingFactCodes.Deleted or RecordingFactCodes.Redacted:
                Recordings[new(draft.Entity.Id)] = draft;
                return true;
            case KeepingFactCodes.HoldReleased:
                Holds[new(draft.Entity.Id)] = null;
                return true;
            case KeepingFactCodes.HoldPlaced when HoldOf(receipt) is { } hold && hold.Id.Value == draft.Entity.Id:
                Holds[hold.Id] = hold;
                return true;
            case var _ when draft.Entity.Kind == RingChanges.Kind:
                // What a restored store lacks of its ring, the envelopes of that time lack too; nothing is repeated.
                return true;
            default:
                return false;
        }
    }

    private static LegalHold? HoldOf(KeepingReceipt receipt)
    {
        try
        {
            return HoldRegisterDocument.ReadHold(receipt.Content);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
