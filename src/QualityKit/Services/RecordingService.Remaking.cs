using System.Collections.Immutable;
using System.Security.Cryptography;
using QualityKit.Audio;
using QualityKit.Encryption;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Storage.Documents;
using QualityKit.Transcripts;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <content>Redaction and encrypting anew: another payload under another key, and an end of the one before.</content>
public sealed partial class RecordingService
{
    /// <summary>Takes ranges out of audio: another recording with a key of its own takes its place, and the old one is shredded in the same commit. The new one was read back and compared frame by frame before. A hold on the interaction forbids it.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="recording">Which.</param>
    /// <param name="redaction">What is taken out.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">A hold is on it; it is no WAVE audio, or kept elsewhere.</exception>
    /// <exception cref="RestoreDetectedException">The store went back to an older state, and nobody has reconciled it.</exception>
    public async Task<RecordingRedactionReceipt> RedactAsync(Actor actor, RecordingId recording, RecordingRedaction redaction, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(redaction);
        Deed deed = OfRedaction(actor, recording, command);
        await DemandAsync(actor, Permission.RedactInteractions, recording, cancellationToken).ConfigureAwait(false);
        return await RedactAsync(deed, redaction, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes what redactors find in a transcript out of the audio, then out of the transcript. The audio comes first: as long as the transcript has it, it says where. Run again with the same command, it goes on.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="recording">Which; it begins at its <see cref="RecordingMetadata.Offset"/> on the time line of the transcript.</param>
    /// <param name="speech">What is taken out.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">As of redacting ranges; or something was found that has no times, so that nobody knows where it is heard.</exception>
    public async Task<RecordingRedactionReceipt> RedactAsync(Actor actor, RecordingId recording, SpeechRedaction speech, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(speech);
        Deed deed = OfRedaction(actor, recording, command);
        await DemandAsync(actor, Permission.RedactInteractions, recording, cancellationToken).ConfigureAwait(false);
        StoredRecording found = await StoredRecording.FindAsync(_tools.Documents, actor.Tenant, recording, cancellationToken).ConfigureAwait(false)
            ?? throw new EntityNotFoundException(RecordingTools.Kind, deed.Id);
        ImmutableArray<AudioRange> heard = found.Deletion is null ? await HeardAsync(deed, found, speech, cancellationToken).ConfigureAwait(false) : [];
        RecordingRedactionReceipt receipt = await RedactAsync(deed, new() { Ranges = heard, Settings = speech.Settings, Replacement = speech.Replacement }, cancellationToken).ConfigureAwait(false);
        CommandId also = DerivedIds.Command(deed.Command, "transcript", speech.Transcript.Value ?? "");
        return receipt with
        {
            Transcript = await _transcripts.RedactAsync(actor, found.Metadata.Interaction, speech.Transcript, speech.Redactors, also, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Encrypts a recording anew, after a key was compromised: a new data key and payload, and the old ones are shredded. Rotating keys never needs it. What is written is read back and compared first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="recording">Which.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">A hold is on it, under which nothing is shredded; or it is kept elsewhere.</exception>
    /// <exception cref="RestoreDetectedException">The store went back to an older state, and nobody has reconciled it.</exception>
    public async Task<RecordingReceipt> ReencryptAsync(Actor actor, RecordingId recording, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var deed = new Deed(actor, command ?? CommandId.New(), RecordingTools.Kind, recording.Value ?? "", RecordingFactCodes.Reencrypted);
        await DemandAsync(actor, Permission.ReencryptRecordings, recording, cancellationToken).ConfigureAwait(false);
        await _tools.Safety.Guard.DemandAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        StoredRecording found = InVault(await _tools.FindAsync(actor.Tenant, recording, cancellationToken).ConfigureAwait(false));
        if (await _tools.Deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is { } done)
        {
            return RecordingFacts.ReceiptOf(recording, done.Lines[0].Fact!.Facts);
        }

        await _holds.DemandNoneAsync(actor.Tenant, found, cancellationToken).ConfigureAwait(false);
        using PayloadReader before = await AuthenticAsync(actor, found, cancellationToken).ConfigureAwait(false);
        Stream plaintext = before.OpenStream();
        await using (plaintext.ConfigureAwait(false))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using RecordingUpload upload = await _payloads.WriteAsync(
                found.ContextIn(actor.Tenant),
                (writer, token) => _payloads.CopyAsync(new WatchedStream(plaintext, bytes => hash.AppendData(bytes.Span)), writer, found.Length, token),
                cancellationToken).ConfigureAwait(false);
            await _payloads.CompareAsync(upload, hash.GetHashAndReset(), cancellationToken).ConfigureAwait(false);
            await ExchangeAsync(deed, found, upload, cancellationToken).ConfigureAwait(false);
        }

        return RecordingFacts.ReceiptOf(recording, (await _tools.Deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false))!.Lines[0].Fact!.Facts);
    }

    private async Task<RecordingRedactionReceipt> RedactAsync(Deed deed, RecordingRedaction redaction, CancellationToken cancellationToken)
    {
        TenantId tenant = deed.Actor.Tenant;
        await _tools.Safety.Guard.DemandAsync(tenant, cancellationToken).ConfigureAwait(false);
        StoredRecording found = await StoredRecording.FindAsync(_tools.Documents, tenant, new(deed.Id), cancellationToken).ConfigureAwait(false)
            ?? throw new EntityNotFoundException(RecordingTools.Kind, deed.Id);
        if (found.Deletion is { } done)
        {
            return await AgainAsync(deed, done, cancellationToken).ConfigureAwait(false);
        }

        if (redaction.Ranges.IsEmpty)
        {
            return new() { Recording = found.Id, Deletion = null };
        }

        if (InVault(found).Metadata.Media != MediaKind.Audio)
        {
            throw Refusal.Of(IssueCodes.RecordingNotAudio, "", ("id", deed.Id));
        }

        await _holds.DemandNoneAsync(tenant, found, cancellationToken).ConfigureAwait(false);
        RecordingId replacement = redaction.Replacement ?? new(DerivedIds.Command(deed.Command, "redacted", deed.Id).Value);
        RecordingMetadata metadata = found.Metadata with { Id = replacement };
        KeepingTerms terms = await _tools.Terms.ForAsync(tenant, cancellationToken).ConfigureAwait(false);
        metadata = metadata.Check(terms.Attributes).Value;
        using PayloadReader before = await AuthenticAsync(deed.Actor, found, cancellationToken).ConfigureAwait(false);
        using RecordingUpload upload = await RedactedAudio.WriteAsync(_payloads, before, metadata.Id, redaction, (tenant, deed.Id), cancellationToken).ConfigureAwait(false);
        RecordingDeletion deletion = await ReplaceAsync(deed, Made(deed, metadata, upload) with { Replaces = found.Id, Origin = found.Origin }, upload, cancellationToken).ConfigureAwait(false);
        return ReceiptOf(deed, await _removal.FinishAsync(tenant, deletion, cancellationToken).ConfigureAwait(false));
    }

    private async Task<RecordingDeletion> ReplaceAsync(Deed deed, StoredRecording made, RecordingUpload upload, CancellationToken cancellationToken)
    {
        RecordingDeletion deletion = await Attempts.RunAsync((deed.Kind, deed.Id), async () =>
        {
            TenantId tenant = deed.Actor.Tenant;
            RestoreState restore = await _tools.Safety.Guard.DemandAsync(tenant, cancellationToken).ConfigureAwait(false);
            StoredRecording found = await StoredRecording.FindAsync(_tools.Documents, tenant, new(deed.Id), cancellationToken).ConfigureAwait(false)
                ?? throw new EntityNotFoundException(RecordingTools.Kind, deed.Id);
            if (found.Deletion is not null)
            {
                return found.Deletion;
            }

            if (await StoredRecording.FindAsync(_tools.Documents, tenant, made.Id, cancellationToken).ConfigureAwait(false) is not null)
            {
                throw Refusal.Of(IssueCodes.RecordingExists, "/replacement", ("id", made.Id.Value));
            }

            (Envelope envelope, RequireDocument ring) = await _payloads.WrapAsync(upload, cancellationToken).ConfigureAwait(false);
            return await _removal.DeleteUnlessHeldAsync(deed, found, restore, new(made, envelope, upload, ring), cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await _tools.Safety.Memory.CatchUpAsync(deed.Entity, cancellationToken).ConfigureAwait(false);
        return deletion;
    }

    // Whoever redacted it may have got an error because it could not be told, or have died before the payload went.
    private async ValueTask<RecordingRedactionReceipt> AgainAsync(Deed deed, RecordingDeletion deletion, CancellationToken cancellationToken)
    {
        await _tools.Safety.Memory.CatchUpAsync(deed.Entity, cancellationToken).ConfigureAwait(false);
        return ReceiptOf(deed, deletion.PayloadRemovedAt is null ? await _removal.FinishAsync(deed.Actor.Tenant, deletion, cancellationToken).ConfigureAwait(false) : deletion);
    }

    // The payload of a recording for another: the old envelope is replaced exactly as it was, and the old payload given up, in one commit.
    private Task<StoredRecording> ExchangeAsync(Deed deed, StoredRecording before, RecordingUpload upload, CancellationToken cancellationToken) =>
        Attempts.RunAsync((deed.Kind, deed.Id), async () =>
        {
            TenantId tenant = deed.Actor.Tenant;
            StoredRecording found = await _tools.FindAsync(tenant, before.Id, cancellationToken).ConfigureAwait(false);
            if (found.Blob != before.Blob || found.External != before.External)
            {
                return await _tools.Deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null || before.External is not null
                    ? found
                    : throw new ConcurrencyConflictException(deed.Kind, deed.Id);
            }

            (RequireDocument holds, RequireDocument interaction, _) = await _holds.DemandNoneAsync(tenant, found, cancellationToken).ConfigureAwait(false);
            RestoreState restore = await _tools.Safety.Guard.DemandAsync(tenant, cancellationToken).ConfigureAwait(false);
            (Envelope envelope, DocumentBatch batch) = await _commits.WithPayloadAsync(
                Deeds.Batch(deed).With(holds).With(interaction).With(restore.Requirement), upload, cancellationToken).ConfigureAwait(false);
            Document? old = await _tools.Documents.ReadAsync(tenant, EnvelopeDocument.KeyOf(found.Id), cancellationToken).ConfigureAwait(false);
            batch = old is null ? EnvelopeDocument.CreateIn(batch, envelope) : EnvelopeDocument.ReplaceIn(batch, old, envelope);
            StoredRecording after = found with { Blob = upload.Pending.Blob, External = null, Crc32C = upload.Crc32C };
            batch = PendingBlob.Of(found, _tools.Deeds.Now).StoreIn(after.StoreIn(batch));
            return await _tools.Deeds.CommitAsync(batch, deed, RecordingFacts.Of(after, envelope, upload.Tree), cancellationToken).ConfigureAwait(false) ? after : null;
        });

    // Also where a key was compromised: what it wrapped has to be read to be encrypted anew.
    private async ValueTask<PayloadReader> AuthenticAsync(Actor actor, StoredRecording found, CancellationToken cancellationToken) =>
        await _tools.Evidence.AgreesAsync(actor.Tenant, found, cancellationToken).ConfigureAwait(false)
            ? await _payloads.OpenAsync(actor.Tenant, found, allowCompromised: true, cancellationToken).ConfigureAwait(false)
            : throw new RecordingTamperedException(TamperReason.Record);

    private async ValueTask<ImmutableArray<AudioRange>> HeardAsync(Deed deed, StoredRecording found, SpeechRedaction speech, CancellationToken cancellationToken)
    {
        TranscriptDetails details = await _transcripts.GetAsync(deed.Actor, found.Metadata.Interaction, speech.Transcript, version: null, cancellationToken).ConfigureAwait(false);
        Transcript text = details.Transcript ?? throw new EntityNotFoundException("text of the transcript", speech.Transcript.Value ?? "");
        RedactedSpeech heard = RedactedSpeech.Of(Redaction.Of(text, speech.Redactors), speech.Words, found.Metadata.Offset);
        return heard.Untimed.IsEmpty ? heard.Ranges : throw Refusal.Of(IssueCodes.RecordingSpeechUntimed, "", ("utterances", string.Join("`, `", heard.Untimed)));
    }

    private static StoredRecording InVault(StoredRecording recording) =>
        recording.External is null ? recording : throw Refusal.Of(IssueCodes.RecordingExternal, "", ("id", recording.Id.Value));

    private static Deed OfRedaction(Actor actor, RecordingId recording, CommandId? command) =>
        new(actor, command ?? CommandId.New(), RecordingTools.Kind, recording.Value ?? "", RecordingFactCodes.Redacted);

    private static RecordingRedactionReceipt ReceiptOf(Deed deed, RecordingDeletion deletion) => deletion.ReplacedBy is { } replacement
        ? new() { Recording = replacement, Deletion = deletion }
        : throw new EntityNotFoundException(RecordingTools.Kind, deed.Id);
}
