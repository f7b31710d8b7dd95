using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Lets people to recordings by the interactions that these show, counts whom it refuses, and writes down who plays what before they are given anything.</summary>
internal sealed class RecordingGate(RecordingTools tools)
{
    private const string PlaybackKind = "playback";
    private const string RefusalKind = "playback-refusals";

    // All who play one recording on one day share a chain of the audit.
    private readonly Stripes _playbacks = new();

    /// <summary>A recording that the actor may do something with.</summary>
    /// <exception cref="EntityNotFoundException">There is no such recording, or its interaction is gone.</exception>
    /// <exception cref="AccessDeniedException">They may not, or were refused too often lately.</exception>
    public async ValueTask<StoredRecording> AdmitAsync(Actor actor, RecordingId recording, Permission permission, CancellationToken cancellationToken)
    {
        RefusalsDocument refusals = await RefusalsDocument.LoadAsync(tools.Documents, actor.Tenant, actor.Id, tools.Deeds.Now, cancellationToken).ConfigureAwait(false);
        if (refusals.Count >= tools.Options.MostRefusals)
        {
            await DenyAsync(actor, recording, new() { Permission = permission, IsAllowed = false, Code = AccessCodes.DeniedRefusals }, cancellationToken).ConfigureAwait(false);
        }

        StoredRecording found = await tools.FindAsync(actor.Tenant, recording, cancellationToken).ConfigureAwait(false);
        Interaction whole = await ((IInteractionSource)tools.Interactions).FindAsync(actor.Tenant, found.Metadata.Interaction, cancellationToken).ConfigureAwait(false)
            ?? throw new EntityNotFoundException(RecordingTools.Kind, recording.Value);
        AccessScope scope = await tools.Desk.OpenAsync(actor, tools.Deeds.Now, cancellationToken).ConfigureAwait(false);
        AccessDecision decision = await scope.DecideAsync(whole, permission, cancellationToken).ConfigureAwait(false);
        if (!decision.IsAllowed)
        {
            await CountAsync(actor, recording, decision.Code, cancellationToken).ConfigureAwait(false);
            await DenyAsync(actor, recording, decision, cancellationToken).ConfigureAwait(false);
        }

        await tools.Desk.Policies.ReadAsync(actor, (RecordingTools.Kind, recording.Value), decision, cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>Commits that somebody begins to play a recording, once for a person, recording, session and day.</summary>
    /// <exception cref="StorageUnavailableException">It could not be written: then nothing is to be shown.</exception>
    public Task PlayAsync(Actor actor, StoredRecording recording, PlaybackSession session, CancellationToken cancellationToken)
    {
        async Task<Deed?> Attempt()
        {
            Deed deed = DeedOf(actor, recording, RecordingFactCodes.Played);
            deed = deed with { Command = DerivedIds.Command(new(session.Value), PlaybackKind, $"{actor.Id}/{deed.Id}") };
            if (await tools.Deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
            {
                return deed;
            }

            AuditFact[] facts = [new("session", session.Value), new(RecordingEvidence.Interaction, recording.Metadata.Interaction.Value)];
            return await tools.Deeds.CommitAsync(Deeds.Batch(deed), deed, [.. facts], cancellationToken).ConfigureAwait(false) ? deed : null;
        }

        return OneByOneAsync(actor, recording, Attempt, cancellationToken);
    }

    /// <summary>Commits what somebody was given who closes a recording.</summary>
    public async Task EndAsync(Actor actor, StoredRecording recording, PlaybackSession session, PlaybackStream given)
    {
        Deed deed = DeedOf(actor, recording, RecordingFactCodes.PlaybackEnded);
        AuditFact[] facts =
        [
            new("session", session.Value), new(RecordingFacts.Bytes, RecordingFacts.Write(given.Released.Bytes)), new("ranges", given.Released.ToString()),
            new("problem", given.Problem?.ToString() ?? RecordingFacts.None),
        ];

        // Whoever called off what they did is written down all the same.
        async Task<Deed?> Attempt() =>
            await tools.Deeds.DoneAsync(deed, CancellationToken.None).ConfigureAwait(false) is not null
            || await tools.Deeds.CommitAsync(Deeds.Batch(deed), deed, [.. facts], CancellationToken.None).ConfigureAwait(false) ? deed : null;
        await OneByOneAsync(actor, recording, Attempt, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Commits why a recording did not open, which nobody else is told.</summary>
    public async Task RefuseAsync(Actor actor, StoredRecording recording, TamperReason reason, CancellationToken cancellationToken)
    {
        Deed deed = DeedOf(actor, recording, RecordingFactCodes.Refused);
        await Attempts.RunAsync((PlaybackKind, recording.Id.Value), async () =>
            await tools.Deeds.CommitAsync(
                Deeds.Batch(deed), deed, [new("recording", recording.Id.Value), new("reason", reason.ToString())], cancellationToken).ConfigureAwait(false) ? deed : null).ConfigureAwait(false);
    }

    private Task OneByOneAsync(Actor actor, StoredRecording recording, Func<Task<Deed?>> attempt, CancellationToken cancellationToken) =>
        _playbacks.RunAsync((actor.Tenant.Value, recording.Id.Value), () => Attempts.RunAsync((PlaybackKind, recording.Id.Value), attempt), cancellationToken);

    private Deed DeedOf(Actor actor, StoredRecording recording, string code) =>
        new(actor, CommandId.New(), PlaybackKind, $"{recording.Id}/{tools.Deeds.Now.UtcDateTime:yyyy-MM-dd}", code);

    private async ValueTask DenyAsync(Actor actor, RecordingId recording, AccessDecision decision, CancellationToken cancellationToken)
    {
        await tools.Desk.Policies.DeniedAsync(actor, (RecordingTools.Kind, recording.Value), decision, cancellationToken).ConfigureAwait(false);
        throw new AccessDeniedException(decision);
    }

    // A refusal that cannot be counted is a refusal all the same.
    private async ValueTask CountAsync(Actor actor, RecordingId recording, string code, CancellationToken cancellationToken)
    {
        try
        {
            var deed = new Deed(actor, CommandId.New(), RefusalKind, actor.Id.Value, RecordingFactCodes.Refused);
            await Attempts.RunAsync((RefusalKind, deed.Id), async () =>
            {
                RefusalsDocument refusals = await RefusalsDocument.LoadAsync(tools.Documents, actor.Tenant, actor.Id, tools.Deeds.Now, cancellationToken).ConfigureAwait(false);
                return await tools.Deeds.CommitAsync(
                    refusals.StoreOneMoreIn(Deeds.Batch(deed)), deed, [new("recording", recording.Value), new("reason", code)], cancellationToken).ConfigureAwait(false) ? deed : null;
            }).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is StorageUnavailableException or ConcurrencyConflictException)
        {
            // The access log has it too.
        }
    }
}
