using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>The vault: recordings of stored interactions, encrypted on their way in, played with an audit entry before the first byte, and deleted for good.</summary>
/// <remarks>
/// Methods do what was asked, or throw and have changed nothing that shows: <see cref="ValidationFailedException"/> with every issue, <see cref="AccessDeniedException"/>,
/// <see cref="EntityNotFoundException"/>, <see cref="ConcurrencyConflictException"/>. What cannot be opened is a <see cref="RecordingTamperedException"/>, which never says why;
/// a key that cannot be had a <see cref="KeyUnavailableException"/>; storage that fails a <see cref="StorageUnavailableException"/>. Safe to share between threads.
/// </remarks>
public sealed partial class RecordingService
{
    private readonly RecordingTools _tools;
    private readonly RecordingGate _gate;
    private readonly RecordingPayloads _payloads;
    private readonly RecordingCommits _commits;
    private readonly RecordingRemoval _removal;
    private readonly RecordingHolds _holds;
    private readonly TranscriptService _transcripts;

    /// <summary>A service over stores.</summary>
    /// <param name="storage">Where recordings are kept, and by which keys.</param>
    /// <param name="people">Who belongs where today.</param>
    /// <param name="policies">Who may do what.</param>
    /// <param name="terms">What tenants declare.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    public RecordingService(RecordingStorage storage, IPeopleDirectory people, IAccessPolicies policies, IKeepingTerms terms, IAuditKeys auditKeys, TimeProvider time)
        : this(ToolsOf(storage, people, policies, terms, auditKeys, time), new(storage.Documents, people, policies, terms, auditKeys, time))
    {
    }

    internal RecordingService(RecordingTools tools, TranscriptService transcripts)
    {
        _tools = tools;
        _transcripts = transcripts;
        (_gate, _payloads, _commits, _removal, _holds) = (new(tools), new(tools) { IsAccess = true }, new(tools), new(tools), new(tools));
    }

    /// <summary>Stores a recording of a reported interaction: any medium, and several of one interaction. It is there whole, or not at all.</summary>
    /// <param name="actor">Who stores it.</param>
    /// <param name="content">What it holds; read to its end, and the caller's to close.</param>
    /// <param name="metadata">What it is.</param>
    /// <param name="length">How many bytes it must have; null for any number.</param>
    /// <param name="command">Names the attempt; null for a new one. The same one again stores nothing, and gets the same receipt.</param>
    /// <param name="cancellationToken">Stops the work; it may be stored already.</param>
    /// <exception cref="ValidationFailedException">It is wrong, shorter or longer than declared, or too large; the id is or was another recording's; the interaction was deleted or erased.</exception>
    /// <exception cref="EntityNotFoundException">The interaction was not reported.</exception>
    public async Task<RecordingReceipt> StoreAsync(
        Actor actor, Stream content, RecordingMetadata metadata, long? length = null, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        (Deed deed, RecordingMetadata valid) = await BeginAsync(actor, metadata, command, RecordingFactCodes.Stored, cancellationToken).ConfigureAwait(false);
        return await StoreAsync(deed, valid, (content, length, Origin: null), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is known of a recording, for whoever may see the interaction.</summary>
    public async Task<RecordingDetails> GetAsync(Actor actor, RecordingId recording, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return RecordingDetails.Of(await _gate.AdmitAsync(actor, recording, Permission.ViewInteractions, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Opens a recording. Before this returns it is in the audit who plays it; if that cannot be written, nobody gets a byte.</summary>
    /// <param name="actor">Who plays it.</param>
    /// <param name="recording">Which.</param>
    /// <param name="session">Names the sitting: opened again within it, the recording makes no further entry that day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What it holds; dispose it, so that the audit says what was given.</returns>
    public async Task<RecordingPlayback> OpenAsync(Actor actor, RecordingId recording, PlaybackSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!ExternalId.IsValid(session.Value))
        {
            throw new ArgumentException($"a session has 1 to {ExternalId.MostBytes} bytes of UTF-8 without control characters", nameof(session));
        }

        StoredRecording found = await _gate.AdmitAsync(actor, recording, Permission.PlayRecordings, cancellationToken).ConfigureAwait(false);
        Stream plaintext = await OpenAsync(actor, found, cancellationToken).ConfigureAwait(false);
        try
        {
            await _gate.PlayAsync(actor, found, session, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await plaintext.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new(RecordingDetails.Of(found), plaintext, given => _gate.EndAsync(actor, found, session, given));
    }

    /// <summary>Deletes a recording by hand. Its envelope goes first, with which it can be opened; then its payload, now or by a job. A hold on the interaction forbids it.</summary>
    /// <param name="actor">Who deletes it.</param>
    /// <param name="recording">Which.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work; it may be deleted already.</param>
    /// <returns>What became of it, as far as it has come. What was deleted before is answered with what became of it then.</returns>
    /// <exception cref="ValidationFailedException">A hold is on it.</exception>
    /// <exception cref="RecordingTamperedException">It says that it belongs to another interaction, or is of another medium, than the audit says.</exception>
    /// <exception cref="RestoreDetectedException">The store went back to an older state, and nobody has reconciled it.</exception>
    public async Task<RecordingDeletion> DeleteAsync(Actor actor, RecordingId recording, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var deed = new Deed(actor, command ?? CommandId.New(), RecordingTools.Kind, recording.Value ?? "", RecordingFactCodes.Deleted);
        RecordingDeletion deletion = await Attempts.RunAsync((deed.Kind, deed.Id), () => TryDeleteAsync(deed, cancellationToken)).ConfigureAwait(false);
        await _tools.Safety.Memory.CatchUpAsync(deed.Entity, cancellationToken).ConfigureAwait(false);
        return deletion.PayloadRemovedAt is null ? await _removal.FinishAsync(actor.Tenant, deletion, cancellationToken).ConfigureAwait(false) : deletion;
    }

    /// <summary>What became of a recording that was deleted or redacted, as far as it has come by now.</summary>
    /// <exception cref="EntityNotFoundException">No such recording was deleted.</exception>
    public async Task<RecordingDeletion> GetDeletionAsync(Actor actor, RecordingId recording, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await DemandAsync(actor, Permission.DeleteRecordings, recording, cancellationToken).ConfigureAwait(false);
        return (await StoredRecording.FindAsync(_tools.Documents, actor.Tenant, recording, cancellationToken).ConfigureAwait(false))?.Deletion
            ?? throw new EntityNotFoundException("deletion of a recording", recording.Value ?? "");
    }

    private async Task<RecordingDeletion?> TryDeleteAsync(Deed deed, CancellationToken cancellationToken)
    {
        TenantId tenant = deed.Actor.Tenant;
        await DemandAsync(deed.Actor, Permission.DeleteRecordings, new(deed.Id), cancellationToken).ConfigureAwait(false);
        RestoreState restore = await _tools.Safety.Guard.DemandAsync(tenant, cancellationToken).ConfigureAwait(false);
        StoredRecording found = await StoredRecording.FindAsync(_tools.Documents, tenant, new(deed.Id), cancellationToken).ConfigureAwait(false)
            ?? throw new EntityNotFoundException(deed.Kind, deed.Id);
        if (found.Deletion is not null)
        {
            return found.Deletion;
        }

        // Whoever writes the database could call it another interaction's, which is not held.
        if (await _tools.Evidence.FindAsync(tenant, found.Id, cancellationToken).ConfigureAwait(false) is { } said && !RecordingEvidence.Agree(said, found))
        {
            throw new RecordingTamperedException(TamperReason.Record);
        }

        return await _removal.DeleteUnlessHeldAsync(deed, found, restore, replacement: null, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(Deed Deed, RecordingMetadata Valid)> BeginAsync(Actor actor, RecordingMetadata metadata, CommandId? command, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(metadata);
        await DemandAsync(actor, Permission.StoreRecordings, metadata.Id, cancellationToken).ConfigureAwait(false);
        KeepingTerms terms = await _tools.Terms.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        RecordingMetadata valid = metadata.Check(terms.Attributes).Value;
        return (new(actor, command ?? CommandId.New(), RecordingTools.Kind, valid.Id.Value, code), valid);
    }

    private async Task<RecordingReceipt> StoreAsync(Deed deed, RecordingMetadata metadata, (Stream Stream, long? Length, string? Origin) content, CancellationToken cancellationToken)
    {
        if (await _commits.DoneOrFreeAsync(deed, metadata.Interaction, cancellationToken).ConfigureAwait(false) is { } done)
        {
            return done;
        }

        var context = new RecordingContext(deed.Actor.Tenant, metadata.Id, metadata.Media);
        using RecordingUpload upload = await _payloads.WriteAsync(
            context, (writer, token) => _payloads.CopyAsync(content.Stream, writer, content.Length, token), cancellationToken).ConfigureAwait(false);
        StoredRecording recording = Made(deed, metadata, upload) with { Origin = content.Origin };
        return await _commits.StoreAsync(deed, recording, upload, cancellationToken).ConfigureAwait(false);
    }

    private StoredRecording Made(Deed deed, RecordingMetadata metadata, RecordingUpload upload) => new()
    {
        Metadata = metadata,
        Length = upload.Seal.PlaintextLength,
        Blob = upload.Pending.Blob,
        Crc32C = upload.Crc32C,
        StoredAt = _tools.Deeds.Now,
        StoredBy = deed.Actor.Id,
    };

    // Nothing is decrypted before the caller reads.
    private async Task<Stream> OpenAsync(Actor actor, StoredRecording found, CancellationToken cancellationToken)
    {
        try
        {
            if (!await _tools.Evidence.AgreesAsync(actor.Tenant, found, cancellationToken).ConfigureAwait(false))
            {
                throw new RecordingTamperedException(TamperReason.Record);
            }

            if (found.External is { } external)
            {
                return await ExternalAsync(actor.Tenant, external, found.Length, cancellationToken).ConfigureAwait(false);
            }

            using PayloadReader reader = await _payloads.OpenAsync(actor.Tenant, found, allowCompromised: false, cancellationToken).ConfigureAwait(false);
            return reader.OpenStream();
        }
        catch (RecordingTamperedException problem)
        {
            await _gate.RefuseAsync(actor, found, problem.Reason, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private ValueTask DemandAsync(Actor actor, Permission permission, RecordingId recording, CancellationToken cancellationToken) =>
        _tools.Desk.Policies.DemandAsync(actor, permission, directory: null, (RecordingTools.Kind, recording.Value), cancellationToken);

    private static RecordingTools ToolsOf(
        RecordingStorage storage, IPeopleDirectory people, IAccessPolicies policies, IKeepingTerms terms, IAuditKeys auditKeys, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        var deeds = new Deeds(storage.Documents, auditKeys, time);
        return new()
        {
            Documents = storage.Documents,
            Blobs = storage.Blobs,
            KeysOf = () => storage.Keys,
            Desk = new(policies, people, new InteractionStore(storage.Documents)),
            Terms = terms,
            AuditKeys = auditKeys,
            Deeds = deeds,
            Safety = KeepingSafety.Of(storage.Documents, auditKeys, deeds),
            Options = storage.Options,
            BackupHorizon = storage.BackupHorizon,
            Places = storage.Places,
        };
    }
}
