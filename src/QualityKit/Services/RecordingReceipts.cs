using System.Collections.Immutable;
using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Says of recordings that are about to be deleted what then is true, and no more.</summary>
internal sealed class RecordingReceipts(IDocumentStore documents, TimeSpan? backupHorizon)
{
    /// <summary>What is said of one.</summary>
    public async ValueTask<RecordingDeletion> OfAsync((Deed Deed, DateTimeOffset Now) act, StoredRecording recording, Document? envelope, RecordingId? replacedBy, CancellationToken cancellationToken) => new()
    {
        Recording = recording.Id,
        Interaction = recording.Metadata.Interaction,
        DeletedAt = act.Now,
        DeletedBy = act.Deed.Actor.Id,
        EnvelopeDigest = envelope is null ? null : Convert.ToHexStringLower(SHA256.HashData(envelope.Body.Span)),
        CopiesExpireAt = act.Now + backupHorizon,
        ExportsMade = recording.Exports,
        DerivedKept = await DerivedAsync(act.Deed.Actor.Tenant, recording.Metadata.Interaction, cancellationToken).ConfigureAwait(false),
        ReplacedBy = replacedBy,
    };

    /// <summary>What is said when nothing of its payload is left. Copies of the store that were made until then hold the payload, and what opens it where envelopes are copied, so they count from here.</summary>
    public RecordingDeletion Removed(RecordingDeletion deletion, DateTimeOffset now)
    {
        DateTimeOffset? until = now + backupHorizon;
        return deletion with { PayloadRemovedAt = now, CopiesExpireAt = deletion.CopiesExpireAt > until ? deletion.CopiesExpireAt : until };
    }

    private async ValueTask<ImmutableArray<string>> DerivedAsync(TenantId tenant, InteractionId interaction, CancellationToken cancellationToken)
    {
        TranscriptsDocument transcripts = await TranscriptsDocument.LoadAsync(documents, tenant, interaction, cancellationToken).ConfigureAwait(false);
        var evaluations = new DocumentQuery { Collection = Collections.Evaluations, Index = EvaluationIndexes.ByInteraction, Equal = [[IndexValue.Of(interaction.Value)]] };
        int evaluated = await documents.CountAsync(tenant, evaluations, 1, cancellationToken).ConfigureAwait(false);
        return
        [
            .. transcripts.Transcripts.Where(one => one.Versions.Any(version => version.HasText)).Select(one => $"transcript/{one.Id}"),
            .. evaluated > 0 ? ["evaluations"] : ImmutableArray<string>.Empty,
        ];
    }
}
