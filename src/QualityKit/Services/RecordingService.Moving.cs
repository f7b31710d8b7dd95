using System.Collections.Immutable;
using System.Security.Cryptography;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <content>Exports, imports, and media that is kept elsewhere.</content>
public sealed partial class RecordingService
{
    /// <summary>Exports a recording for recipients outside: encrypted anew, so that it opens with what they have and without the ring. That it was exported is in the audit before the first byte is written.</summary>
    /// <param name="actor">Who exports it.</param>
    /// <param name="recording">Which.</param>
    /// <param name="recipients">Whom it is for, one to four.</param>
    /// <param name="destination">Where it goes; stays open. What was written before something failed cannot be opened.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>SHA-256 of the export's envelope, as hexadecimal, which the audit names it by.</returns>
    public async Task<string> ExportAsync(Actor actor, RecordingId recording, IEnumerable<ExportRecipient> recipients, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(recipients);
        ArgumentNullException.ThrowIfNull(destination);
        ImmutableArray<ExportRecipient> all = [.. recipients];
        StoredRecording found = await _gate.AdmitAsync(actor, recording, Permission.ExportRecordings, cancellationToken).ConfigureAwait(false);
        Stream plaintext = await OpenAsync(actor, found, cancellationToken).ConfigureAwait(false);
        await using (plaintext.ConfigureAwait(false))
        {
            return await RecordingExport.WriteAsync(
                (plaintext, found.Length),
                found.ContextIn(actor.Tenant),
                all,
                destination,
                async digest => await ExportedAsync(new(actor, CommandId.New(), RecordingTools.Kind, found.Id.Value, RecordingFactCodes.Exported), digest, all.Length, cancellationToken).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stores what an export holds, under a new key and as a recording of this tenant. Where it came from stays on record: the digest of the export's envelope.</summary>
    /// <param name="actor">Who imports it.</param>
    /// <param name="source">The export.</param>
    /// <param name="secret">What the recipient has.</param>
    /// <param name="metadata">What it is here. What it holds is as the export says, whatever <see cref="RecordingMetadata.Media"/> is.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work; it may be stored already.</param>
    /// <exception cref="RecordingTamperedException">It is no export, not for this secret, or not what was written.</exception>
    /// <exception cref="ValidationFailedException">As of <see cref="StoreAsync(Actor, Stream, RecordingMetadata, long?, CommandId?, CancellationToken)"/>.</exception>
    /// <exception cref="RestoreDetectedException">The store went back to an older state, and nobody has reconciled it: what was deleted could come back.</exception>
    public async Task<RecordingReceipt> ImportAsync(
        Actor actor, CiphertextSource source, ExportSecret secret, RecordingMetadata metadata, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(secret);
        (Deed deed, RecordingMetadata valid) = await BeginAsync(actor, metadata, command, RecordingFactCodes.Stored, cancellationToken).ConfigureAwait(false);
        await _tools.Safety.Guard.DemandAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        using OpenedExport export = await RecordingExport.OpenAsync(source, secret, cancellationToken).ConfigureAwait(false);
        Stream plaintext = export.Payload.OpenStream();
        await using (plaintext.ConfigureAwait(false))
        {
            return await StoreAsync(deed, valid with { Media = export.Context.Media }, (plaintext, export.Payload.Length, export.EnvelopeDigest), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Registers media that stays where it is. Holds, retention, access, playback and its audit are as of any other recording; encryption and tampering are the place's to look after.</summary>
    /// <param name="actor">Who registers it.</param>
    /// <param name="metadata">What it is.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">As of storing; or there is no such place, or another recording has it, also one that was deleted and whose media the place still has.</exception>
    /// <exception cref="EntityNotFoundException">The interaction was not reported, or the place does not have it.</exception>
    public async Task<RecordingReceipt> RegisterAsync(Actor actor, RecordingMetadata metadata, ExternalPlace place, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(place);
        (Deed deed, RecordingMetadata valid) = await BeginAsync(actor, metadata, command, RecordingFactCodes.Registered, cancellationToken).ConfigureAwait(false);
        if (!ExternalId.IsValid(place.Key))
        {
            throw Refusal.Of(IssueCodes.RecordingTextInvalid, "/place/key", ("limit", (decimal)ExternalId.MostBytes));
        }

        IExternalMedia known = _tools.PlaceOf(place.Place) ?? throw Refusal.Of(IssueCodes.RecordingPlaceUnknown, "/place/place", ("place", place.Place));
        long length = await known.FindLengthAsync(actor.Tenant, place.Key, cancellationToken).ConfigureAwait(false) ?? throw new EntityNotFoundException("media", place.Key);
        var recording = new StoredRecording { Metadata = valid, Length = length, External = place, StoredAt = _tools.Deeds.Now, StoredBy = actor.Id };
        return await _commits.StoreAsync(deed, recording, upload: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Moves media that is kept elsewhere into the vault: encrypts it, holds it against length and digest, commits, and only then has the place delete it. Run again, it goes on; what is in the vault stays as it is.</summary>
    /// <param name="actor">Who moves it; they may store recordings.</param>
    /// <param name="recording">Which.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">What the place holds is not what was registered; or a hold is on it, under which nothing is deleted anywhere.</exception>
    /// <exception cref="RestoreDetectedException">The store went back to an older state, and nobody has reconciled it.</exception>
    public async Task<RecordingDetails> MoveAsync(Actor actor, RecordingId recording, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var deed = new Deed(actor, command ?? CommandId.New(), RecordingTools.Kind, recording.Value ?? "", RecordingFactCodes.Moved);
        await DemandAsync(actor, Permission.StoreRecordings, recording, cancellationToken).ConfigureAwait(false);
        await _tools.Safety.Guard.DemandAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        StoredRecording found = await _tools.FindAsync(actor.Tenant, recording, cancellationToken).ConfigureAwait(false);
        if (found.External is not { } external)
        {
            return RecordingDetails.Of(found);
        }

        await _holds.DemandNoneAsync(actor.Tenant, found, cancellationToken).ConfigureAwait(false);
        Stream plaintext = await OpenAsync(actor, found, cancellationToken).ConfigureAwait(false);
        await using (plaintext.ConfigureAwait(false))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using RecordingUpload upload = await _payloads.WriteAsync(
                found.ContextIn(actor.Tenant),
                (writer, token) => _payloads.CopyAsync(new WatchedStream(plaintext, bytes => hash.AppendData(bytes.Span)), writer, found.Length, token),
                cancellationToken).ConfigureAwait(false);
            byte[] digest = hash.GetHashAndReset();
            if (external.Sha256 is { } expected && expected != Convert.ToHexStringLower(digest))
            {
                throw Refusal.Of(IssueCodes.RecordingDigestDiffers, "", ("id", found.Id.Value));
            }

            await _payloads.CompareAsync(upload, digest, cancellationToken).ConfigureAwait(false);
            return RecordingDetails.Of(await ExchangeAsync(deed, found, upload, cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task ExportedAsync(Deed deed, string digest, int recipients, CancellationToken cancellationToken) =>
        await Attempts.RunAsync((deed.Kind, deed.Id), async () =>
        {
            StoredRecording found = await _tools.FindAsync(deed.Actor.Tenant, new(deed.Id), cancellationToken).ConfigureAwait(false);
            DocumentBatch batch = (found with { Exports = found.Exports + 1 }).StoreIn(Deeds.Batch(deed));
            AuditFact[] facts = [new(RecordingFacts.Envelope, digest), new("recipients", RecordingFacts.Write(recipients))];
            return await _tools.Deeds.CommitAsync(batch, deed, [.. facts], cancellationToken).ConfigureAwait(false) ? deed : null;
        }).ConfigureAwait(false);

    private async ValueTask<Stream> ExternalAsync(TenantId tenant, ExternalPlace external, long length, CancellationToken cancellationToken)
    {
        IExternalMedia place = _tools.PlaceOf(external.Place) ?? throw new StorageUnavailableException($"there is no place `{external.Place}` for media any more");
        return await place.FindLengthAsync(tenant, external.Key, cancellationToken).ConfigureAwait(false) switch
        {
            null => throw new StorageUnavailableException("the media of a recording is not there"),
            { } there when there != length => throw new RecordingTamperedException(TamperReason.Length),
            _ => new RangedStream(length, async (offset, token) =>
                await place.OpenAsync(tenant, external.Key, offset, length - offset, token).ConfigureAwait(false) ?? throw new StorageUnavailableException("the media of a recording is not there any more")),
        };
    }
}
