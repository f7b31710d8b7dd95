using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Reads recordings to their end, and holds them against what the audit says was stored.</summary>
internal sealed class RecordingVerifier(RecordingTools tools, bool isAccess = false)
{
    private readonly RecordingPayloads _payloads = new(tools) { IsAccess = isAccess };

    /// <summary>Verifies one, and writes down what is wrong.</summary>
    /// <returns>What was found; null when it was deleted or got another payload while it was read: look again.</returns>
    public async Task<RecordingCheck?> VerifyAsync(Actor actor, StoredRecording recording, CancellationToken cancellationToken)
    {
        RecordingCheck check = await CheckAsync(actor.Tenant, recording, cancellationToken).ConfigureAwait(false);
        if (!check.IsIntact && await HasChangedAsync(actor.Tenant, recording, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        if (check.IsIntact)
        {
            await _payloads.CopyEnvelopeAsync(actor.Tenant, recording, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var deed = new Deed(actor, CommandId.New(), RecordingTools.Kind, recording.Id.Value, RecordingFactCodes.Damaged);
            await WriteDownAsync(deed, check, cancellationToken).ConfigureAwait(false);
        }

        await MarkAsync(actor.Tenant, recording, cancellationToken).ConfigureAwait(false);
        return check;
    }

    /// <summary>Verifies one, also where its description cannot be read.</summary>
    /// <returns>What was found; null when something changed: look again.</returns>
    /// <exception cref="EntityNotFoundException">There is none, or it was deleted.</exception>
    public async Task<RecordingCheck?> VerifyAsync(Actor actor, RecordingId recording, CancellationToken cancellationToken)
    {
        StoredRecording found;
        try
        {
            found = await tools.FindAsync(actor.Tenant, recording, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            Document? damaged = await tools.Documents.ReadAsync(actor.Tenant, StoredRecording.KeyOf(recording), cancellationToken).ConfigureAwait(false);
            return damaged is null ? null : await DamagedAsync(actor, damaged, cancellationToken).ConfigureAwait(false);
        }

        return await VerifyAsync(actor, found, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Verifies the recordings that were longest not verified, as many as a turn has.</summary>
    public async Task<RecordingScrub> ScrubAsync(Actor actor, TimeSpan within, CancellationToken cancellationToken)
    {
        var damaged = ImmutableArray.CreateBuilder<RecordingCheck>();
        (int verified, int unread) = (0, 0);
        var query = new DocumentQuery { Collection = Collections.Recordings, Index = RecordingIndexes.ByVerified, Range = new() { To = IndexValue.Of(tools.Deeds.Now - within) } };
        await foreach (Document document in tools.Documents.QueryAllAsync(actor.Tenant, query, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (verified == tools.Options.ItemsPerTurn)
            {
                return new() { Verified = verified, Damaged = damaged.ToImmutable(), Unread = unread, IsMore = true };
            }

            try
            {
                // One whose description is damaged cannot be marked as verified: it comes in each turn, and takes nobody's place in it.
                StoredRecording? recording = ReadOrNull(document);
                RecordingCheck? check = recording is null
                    ? await DamagedAsync(actor, document, cancellationToken).ConfigureAwait(false)
                    : await VerifyAsync(actor, recording, cancellationToken).ConfigureAwait(false);
                verified += recording is null || check is null ? 0 : 1;
                if (check is { IsIntact: false })
                {
                    damaged.Add(check);
                }
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One that cannot be read keeps none of the others, whatever stands in the way.
                unread++;
            }
        }

        return new() { Verified = verified, Damaged = damaged.ToImmutable(), Unread = unread, IsMore = false };
    }

    private static StoredRecording? ReadOrNull(Document document)
    {
        try
        {
            return StoredRecording.Read(document);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // It is in the audit once for each state of the document, however often somebody looks.
    private async ValueTask<RecordingCheck> DamagedAsync(Actor actor, Document document, CancellationToken cancellationToken)
    {
        var check = new RecordingCheck { Recording = new(document.Key.Id), Problem = RecordingProblem.Tampered };
        CommandId command = DerivedIds.Command(new($"{document.Version}"), RecordingFactCodes.Damaged, $"{actor.Id}\n{document.Key.Id}");
        await WriteDownAsync(new(actor, command, RecordingTools.Kind, document.Key.Id, RecordingFactCodes.Damaged), check, cancellationToken).ConfigureAwait(false);
        return check;
    }

    private async Task WriteDownAsync(Deed deed, RecordingCheck check, CancellationToken cancellationToken) => await Attempts.RunAsync((deed.Kind, deed.Id), async () =>
        await tools.Deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null
        || await tools.Deeds.CommitAsync(Deeds.Batch(deed), deed, [new("problem", check.Problem.ToString())], cancellationToken).ConfigureAwait(false) ? deed : null).ConfigureAwait(false);

    private async ValueTask<bool> HasChangedAsync(TenantId tenant, StoredRecording recording, CancellationToken cancellationToken) =>
        await StoredRecording.FindAsync(tools.Documents, tenant, recording.Id, cancellationToken).ConfigureAwait(false) is not { Deletion: null } now
        || now.Blob != recording.Blob || now.External != recording.External;

    private async ValueTask<RecordingCheck> CheckAsync(TenantId tenant, StoredRecording recording, CancellationToken cancellationToken)
    {
        var check = new RecordingCheck { Recording = recording.Id, Problem = RecordingProblem.None };
        if (await tools.Evidence.FindAsync(tenant, recording.Id, cancellationToken).ConfigureAwait(false) is not { } said || !RecordingEvidence.Agree(said, recording))
        {
            return check with { Problem = RecordingProblem.Tampered };
        }

        if (recording.External is { } external)
        {
            return check with { Problem = await ExternalAsync(tenant, external, recording.Length, cancellationToken).ConfigureAwait(false) };
        }

        if (await tools.Blobs.FindAsync(tenant, recording.Blob!, cancellationToken).ConfigureAwait(false) is null)
        {
            return check with { Problem = RecordingProblem.PayloadMissing };
        }

        try
        {
            string root = await RecordingPayloads.RootAsync(
                through => _payloads.OpenAsync(tenant, recording, allowCompromised: false, cancellationToken, through), cancellationToken).ConfigureAwait(false);
            string? stored = RecordingFacts.Given(said, RecordingEvidence.Tree);
            bool isAsStored = (stored is null || stored == root) && RecordingEvidence.Value(said, RecordingFacts.Bytes) == RecordingFacts.Write(recording.Length);
            return check with { Tree = stored is null ? null : root, Problem = isAsStored ? RecordingProblem.None : RecordingProblem.NotAsStored };
        }
        catch (RecordingTamperedException)
        {
            return check with { Problem = RecordingProblem.Tampered };
        }
    }

    // Of what is kept elsewhere only the length is known.
    private async ValueTask<RecordingProblem> ExternalAsync(TenantId tenant, ExternalPlace external, long length, CancellationToken cancellationToken)
    {
        long? there = tools.PlaceOf(external.Place) is { } place ? await place.FindLengthAsync(tenant, external.Key, cancellationToken).ConfigureAwait(false) : null;
        return there is null ? RecordingProblem.PayloadMissing : there == length ? RecordingProblem.None : RecordingProblem.Tampered;
    }

    // Somebody else may be changing it: then it is verified again before long.
    private async ValueTask MarkAsync(TenantId tenant, StoredRecording recording, CancellationToken cancellationToken)
    {
        DocumentBatch batch = (recording with { VerifiedAt = tools.Deeds.Now }).StoreIn(DocumentBatch.For(tenant, CommandId.New()));
        await tools.Documents.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
    }
}
