using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What a store lacks of what somebody outside remembers. Of each hold the last that happened counts; what was deleted stays deleted.</summary>
internal sealed record RestoreDifference
{
    /// <summary>The anchored seals that the store does not have.</summary>
    public required ImmutableArray<AnchoredSeal> LostSeals { get; init; }

    /// <summary>Interactions that are no tombstones, and were deleted.</summary>
    public required ImmutableArray<InteractionId> Deletions { get; init; }

    /// <summary>Recordings that are no tombstones, and were deleted or redacted, with what the audit said of them.</summary>
    public required ImmutableArray<AuditDraft> Recordings { get; init; }

    /// <summary>Recordings that took the place of redacted ones, were not deleted since, and are not there.</summary>
    public required ImmutableArray<RecordingId> Replacements { get; init; }

    /// <summary>Holds that are not in force, and were placed last.</summary>
    public required ImmutableArray<LegalHold> Placed { get; init; }

    /// <summary>Holds that are in force, and were released last.</summary>
    public required ImmutableArray<HoldId> Released { get; init; }

    /// <summary>How many receipts say nothing that can be trusted.</summary>
    public required int Untrusted { get; init; }

    /// <summary>The command of the newest receipt that can be trusted; null for none.</summary>
    public required string? NewestReceipt { get; init; }

    /// <summary>How far the store is sealed.</summary>
    public required SealProgress Sealing { get; init; }

    /// <summary>Compares.</summary>
    public static async ValueTask<RestoreDifference> OfAsync(RestoreTools tools, TenantId tenant, CancellationToken cancellationToken)
    {
        SealProgress sealing = await tools.Store.ReadAsync(tenant, SealProgress.Key, cancellationToken).ConfigureAwait(false) is { } document
            ? SealProgress.Read(document)
            : SealProgress.Start(tools.Keeping.Deeds.Now);
        var lost = ImmutableArray.CreateBuilder<AnchoredSeal>();
        await foreach (AnchoredSeal told in (tools.Anchor?.ReadAsync(tenant.Value, Math.Max(1, sealing.Number), cancellationToken) ?? AsyncEnumerable.Empty<AnchoredSeal>()).ConfigureAwait(false))
        {
            if (sealing.IsBehind(told))
            {
                lost.Add(told);
            }
        }

        var receipts = new ReceiptTally();
        IAsyncEnumerable<KeepingReceipt> remembered = tools.Keeping.Safety.Memory.Witness?.ReadAsync(tenant, cancellationToken) ?? AsyncEnumerable.Empty<KeepingReceipt>();
        await foreach (KeepingReceipt receipt in remembered.ConfigureAwait(false))
        {
            receipts.Add(receipt, tools.Keys.AllFor(tenant), tenant);
        }

        HoldRegister register = (await HoldRegisterDocument.LoadAsync(tools.Store, tenant, cancellationToken).ConfigureAwait(false)).Register;
        HashSet<HoldId> inForce = [.. register.Holds.Select(hold => hold.Id)];
        return new()
        {
            LostSeals = lost.ToImmutable(),
            Deletions = await ThereAgainAsync(tools, tenant, receipts.Deleted, cancellationToken).ConfigureAwait(false),
            Recordings = await ThereAgainAsync(tools, tenant, receipts.Recordings, cancellationToken).ConfigureAwait(false),
            Replacements = await LostAsync(tools, tenant, receipts, cancellationToken).ConfigureAwait(false),
            Placed = [.. receipts.Holds.Values.OfType<LegalHold>().Where(hold => !inForce.Contains(hold.Id))],
            Released = [.. receipts.Holds.Where(one => one.Value is null && inForce.Contains(one.Key)).Select(one => one.Key)],
            Untrusted = receipts.Untrusted,
            NewestReceipt = receipts.Newest,
            Sealing = sealing,
        };
    }

    private static async ValueTask<ImmutableArray<AuditDraft>> ThereAgainAsync(
        RestoreTools tools, TenantId tenant, Dictionary<RecordingId, AuditDraft> deleted, CancellationToken cancellationToken)
    {
        var again = ImmutableArray.CreateBuilder<AuditDraft>();
        foreach ((RecordingId recording, AuditDraft said) in deleted)
        {
            if ((await StoredRecording.FindAsync(tools.Store, tenant, recording, cancellationToken).ConfigureAwait(false))?.Deletion is null)
            {
                again.Add(said);
            }
        }

        return again.ToImmutable();
    }

    private static async ValueTask<ImmutableArray<RecordingId>> LostAsync(RestoreTools tools, TenantId tenant, ReceiptTally receipts, CancellationToken cancellationToken)
    {
        var lost = ImmutableArray.CreateBuilder<RecordingId>();
        foreach (AuditDraft said in receipts.Recordings.Values)
        {
            if (RecordingFacts.ReplacementOf(said.Facts) is { } replacement
                && !receipts.Recordings.ContainsKey(replacement)
                && !receipts.Deleted.Contains(new(RecordingEvidence.Value(said.Facts, RecordingEvidence.Interaction) ?? ""))
                && await StoredRecording.FindAsync(tools.Store, tenant, replacement, cancellationToken).ConfigureAwait(false) is null)
            {
                lost.Add(replacement);
            }
        }

        return lost.ToImmutable();
    }

    private static async ValueTask<ImmutableArray<InteractionId>> ThereAgainAsync(RestoreTools tools, TenantId tenant, IEnumerable<InteractionId> deleted, CancellationToken cancellationToken)
    {
        var again = ImmutableArray.CreateBuilder<InteractionId>();
        var interactions = new InteractionStore(tools.Store);
        foreach (InteractionId interaction in deleted)
        {
            if ((await interactions.FindAsync(tenant, interaction, cancellationToken).ConfigureAwait(false))?.DeletedAt is null)
            {
                again.Add(interaction);
            }
        }

        return again.ToImmutable();
    }
}
