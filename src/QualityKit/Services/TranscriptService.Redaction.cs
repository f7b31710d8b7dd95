using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Storage.Documents;
using QualityKit.Transcripts;
using QualityKit.Wire;

namespace QualityKit.Services;

/// <content>Redaction: a new version, and an end of the texts before it.</content>
public sealed partial class TranscriptService
{
    /// <summary>Blacks out what redactors find, in a new version. The texts of all earlier versions are destroyed in the same commit; under a legal hold they are sealed until it is released.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="interaction">Of which interaction.</param>
    /// <param name="transcript">Which one.</param>
    /// <param name="redactors">What finds the stretches.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EntityNotFoundException">There is no such transcript, or its text is gone.</exception>
    public Task<TranscriptReceipt> RedactAsync(
        Actor actor, InteractionId interaction, TranscriptId transcript, IEnumerable<IRedactor> redactors, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(redactors);
        ImmutableArray<IRedactor> all = [.. redactors];
        return RedactAsync(OfRedaction(actor, interaction, command), transcript, (text, _) => Redaction.Of(text, all), cancellationToken);
    }

    /// <summary>Blacks out given stretches, as <see cref="RedactAsync(Actor, InteractionId, TranscriptId, IEnumerable{IRedactor}, CommandId?, CancellationToken)"/> does.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="interaction">Of which interaction.</param>
    /// <param name="transcript">Which one.</param>
    /// <param name="stretches">What is blacked out.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A stretch is of no utterance, or goes beyond its text.</exception>
    /// <exception cref="ConcurrencyConflictException">There is a newer version than the one that was looked at.</exception>
    /// <exception cref="EntityNotFoundException">There is no such transcript, or its text is gone.</exception>
    public Task<TranscriptReceipt> RedactAsync(
        Actor actor, InteractionId interaction, TranscriptId transcript, TranscriptStretches stretches, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(stretches);
        return RedactAsync(
            OfRedaction(actor, interaction, command),
            transcript,
            (text, version) => version == stretches.Version ? Redaction.Of(text, stretches.Ranges) : throw new ConcurrencyConflictException(TranscriptKind, transcript.Value),
            cancellationToken);
    }

    /// <summary>Destroys texts that a legal hold kept sealed, where no hold is on their interaction any more. A job does so every hour.</summary>
    /// <param name="actor">Who asks; they may redact.</param>
    /// <param name="command">Names the run; null for a new one. Run again, it goes on where it stopped.</param>
    /// <param name="cancellationToken">Stops the work, between two interactions.</param>
    /// <returns>The interactions of which texts were destroyed.</returns>
    public async Task<ImmutableArray<InteractionId>> DestroySealedAsync(Actor actor, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await _desk.Policies.DemandAsync(actor, Permission.RedactInteractions, directory: null, cancellationToken).ConfigureAwait(false);
        return await DestroyAllAsync(actor, command ?? CommandId.New(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same for the job, which asks nobody for access.</summary>
    internal async Task<ImmutableArray<InteractionId>> DestroyAllAsync(Actor actor, CommandId run, CancellationToken cancellationToken)
    {
        RestoreState restore = await Safety.Guard.DemandAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        var done = ImmutableArray.CreateBuilder<InteractionId>();
        var query = new DocumentQuery { Collection = Collections.Transcripts, Index = TranscriptsDocument.Sealed };
        await foreach (Document document in _documents.QueryAllAsync(actor.Tenant, query, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var interaction = new InteractionId(document.Key.Id);
            if (await DestroyAsync((actor, DerivedIds.Command(run, TranscriptKind, interaction.Value)), TranscriptsDocument.Read(document), restore, cancellationToken).ConfigureAwait(false))
            {
                done.Add(interaction);
            }
        }

        return done.ToImmutable();
    }

    private static Deed OfRedaction(Actor actor, InteractionId interaction, CommandId? command) =>
        new(actor, command ?? CommandId.New(), Kind, interaction.Value ?? "", KeepingFactCodes.TranscriptRedacted);

    private Task<TranscriptReceipt> RedactAsync(Deed deed, TranscriptId transcript, Func<Transcript, int, Redaction> redact, CancellationToken cancellationToken) =>
        Attempts.RunAsync((TranscriptKind, transcript.Value ?? ""), async () =>
        {
            TenantId tenant = deed.Actor.Tenant;
            var interaction = new InteractionId(deed.Id);
            await _desk.Policies.DemandAsync(deed.Actor, Permission.RedactInteractions, directory: null, (TranscriptKind, $"{interaction}/{transcript}"), cancellationToken).ConfigureAwait(false);
            RestoreState restore = await Safety.Guard.DemandAsync(tenant, cancellationToken).ConfigureAwait(false);
            TranscriptsDocument known = await TranscriptsDocument.LoadAsync(_documents, tenant, interaction, cancellationToken).ConfigureAwait(false);
            if (await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is { } done)
            {
                return ReceiptOf(interaction, done);
            }

            TranscriptSummary before = known.Find(transcript) ?? throw new EntityNotFoundException(TranscriptKind, transcript.Value ?? "");
            if (await TextAsync(tenant, before.Current, cancellationToken).ConfigureAwait(false) is not { } text)
            {
                // Redacted by somebody else since the versions were looked at: look again. Or erased.
                return await IsCurrentAsync(tenant, known, cancellationToken).ConfigureAwait(false) ? throw new EntityNotFoundException("text of the transcript", before.Id.Value) : null;
            }

            Redaction redaction = redact(text, before.Current.Number);
            if (TranscriptJson.Write(redaction.Transcript).AsSpan().SequenceEqual(TranscriptJson.Write(text)))
            {
                return new() { Interaction = interaction, Transcript = transcript, Version = before.Current.Number, HasChanged = false };
            }

            return await CommitAsync((deed, restore), known, before, redaction, cancellationToken).ConfigureAwait(false);
        });

    private async ValueTask<bool> IsCurrentAsync(TenantId tenant, TranscriptsDocument known, CancellationToken cancellationToken) =>
        (await TranscriptsDocument.LoadAsync(_documents, tenant, known.Interaction, cancellationToken).ConfigureAwait(false)).Document?.Version == known.Document?.Version;

    private async Task<TranscriptReceipt?> CommitAsync((Deed Deed, RestoreState Restore) under, TranscriptsDocument known, TranscriptSummary before, Redaction redaction, CancellationToken cancellationToken)
    {
        Deed deed = under.Deed;
        TenantId tenant = deed.Actor.Tenant;
        HoldRegisterDocument holds = await HoldRegisterDocument.LoadAsync(_documents, tenant, cancellationToken).ConfigureAwait(false);
        (bool isHeld, RequireDocument interaction) = await IsHeldAsync(tenant, known.Interaction, holds, cancellationToken).ConfigureAwait(false);
        TranscriptVersion added = Next(deed, before, redaction.Transcript, out ContentSalt salt) with { Redacted = redaction.Ranges.Length };
        TranscriptTextState end = isHeld ? TranscriptTextState.Sealed : TranscriptTextState.Destroyed;
        ImmutableArray<TranscriptVersion> texts = [.. before.Versions.Where(version => version.HasText)];
        DocumentBatch batch = known.With(before.Id, added, version => version.HasText ? version with { State = end } : version).StoreIn(Deeds.Batch(deed)).With(holds.Requirement).With(interaction).With(under.Restore.Requirement);
        batch = TranscriptContents.StoreIn(batch, added.Content, salt, TranscriptJson.Write(redaction.Transcript));
        batch = isHeld ? batch : await WithoutAsync(batch, texts, cancellationToken).ConfigureAwait(false);
        return await CommitAsync(batch, deed, (before.Id, added), isHeld ? (0, texts.Length) : (texts.Length, 0), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> DestroyAsync((Actor Actor, CommandId Command) run, TranscriptsDocument known, RestoreState restore, CancellationToken cancellationToken)
    {
        var deed = new Deed(run.Actor, run.Command, Kind, known.Interaction.Value, KeepingFactCodes.TranscriptDestroyed);
        HoldRegisterDocument holds = await HoldRegisterDocument.LoadAsync(_documents, run.Actor.Tenant, cancellationToken).ConfigureAwait(false);
        (bool isHeld, RequireDocument interaction) = await IsHeldAsync(run.Actor.Tenant, known.Interaction, holds, cancellationToken).ConfigureAwait(false);
        if (isHeld)
        {
            return false;
        }

        ImmutableArray<TranscriptVersion> texts = [.. known.Texts.Where(version => version.State == TranscriptTextState.Sealed)];
        TranscriptsDocument after = known.With(version => version.State == TranscriptTextState.Sealed ? version with { State = TranscriptTextState.Destroyed } : version);
        DocumentBatch batch = await WithoutAsync(
            after.StoreIn(Deeds.Batch(deed)).With(holds.Requirement).With(interaction).With(restore.Requirement), texts, cancellationToken).ConfigureAwait(false);
        return await _deeds.CommitAsync(batch, deed, [new(TranscriptFacts.Destroyed, TranscriptFacts.Write(texts.Length))], cancellationToken).ConfigureAwait(false);
    }

    // And what a commit must require besides the holds: attributes that are edited meanwhile may bring the interaction under one of them.
    private async ValueTask<(bool IsHeld, RequireDocument Interaction)> IsHeldAsync(TenantId tenant, InteractionId interaction, HoldRegisterDocument holds, CancellationToken cancellationToken)
    {
        StoredInteraction? stored = await _interactions.FindAsync(tenant, interaction, cancellationToken).ConfigureAwait(false);
        return stored is null
            ? (false, new() { Key = StoredInteraction.KeyOf(interaction), Version = null })
            : (!holds.Register.On(InteractionStore.Held(stored, await _interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false))).IsEmpty, stored.Requirement);
    }

    private async ValueTask<DocumentBatch> WithoutAsync(DocumentBatch batch, ImmutableArray<TranscriptVersion> texts, CancellationToken cancellationToken)
    {
        foreach (TranscriptVersion version in texts)
        {
            Document? document = await _documents.ReadAsync(batch.Tenant, TranscriptContents.KeyOf(version.Content), cancellationToken).ConfigureAwait(false);
            batch = document is null ? batch : batch.Delete(document.Key, document.Version);
        }

        return batch;
    }
}
