using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <content>Finding recordings, and what is wrong with them.</content>
public sealed partial class RecordingService
{
    private const int LargestPage = 1000;

    /// <summary>The recordings of an interaction along its time line, for whoever may see the interaction.</summary>
    public async Task<ImmutableArray<RecordingDetails>> ListAsync(Actor actor, InteractionId interaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        AccessScope scope = await _tools.Desk.OpenAsync(actor, _tools.Deeds.Now, cancellationToken).ConfigureAwait(false);
        Interaction whole = await ((IInteractionSource)_tools.Interactions).FindAsync(actor.Tenant, interaction, cancellationToken).ConfigureAwait(false)
            ?? throw new EntityNotFoundException(InteractionRetention.Kind, interaction.Value ?? "");
        await scope.DemandViewAsync(whole, (InteractionRetention.Kind, whole.Id.Value), cancellationToken).ConfigureAwait(false);
        var found = new List<StoredRecording>();
        await foreach (Document document in _tools.Documents.QueryAllAsync(actor.Tenant, OfInteraction(interaction), cancellationToken).ConfigureAwait(false))
        {
            found.Add(StoredRecording.Read(document));
        }

        return [.. found.OrderBy(one => one.Metadata.Offset).ThenBy(one => one.Id.Value, StringComparer.Ordinal).Select(RecordingDetails.Of)];
    }

    /// <summary>A page of the recordings that are looked for and whose interactions the actor may see.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="page">What the page before gave to go on with; null for the first.</param>
    /// <param name="size">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">The attribute was not declared, or has values of another kind.</exception>
    /// <exception cref="ArgumentException">The page is not what a page gave, or an attribute is asked for without a value.</exception>
    public async Task<RecordingPage> SearchAsync(Actor actor, RecordingQuery query, string? page = null, int size = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestPage);
        DocumentQuery asked = await QueryAsync(actor, query, cancellationToken).ConfigureAwait(false);
        AccessScope scope = await _tools.Desk.OpenAsync(actor, _tools.Deeds.Now, cancellationToken).ConfigureAwait(false);
        var found = ImmutableArray.CreateBuilder<RecordingDetails>();
        PageEnd? end = PageToken.Read(page, nameof(page)).End;
        do
        {
            DocumentPage read = await _tools.Documents.QueryAsync(actor.Tenant, asked with { After = end, Take = size - found.Count }, cancellationToken).ConfigureAwait(false);
            foreach (StoredRecording recording in read.Documents.Select(StoredRecording.Read).Where(one => IsAsked(one, query)))
            {
                if (await MaySeeAsync(scope, recording, cancellationToken).ConfigureAwait(false))
                {
                    found.Add(RecordingDetails.Of(recording));
                }
            }

            end = read.End;
        }
        while (end is not null && found.Count < size);
        await _tools.Desk.Policies.ListedAsync(actor, ("recordings.search", Permission.ViewInteractions), found.Count, cancellationToken).ConfigureAwait(false);
        return new() { Recordings = found.ToImmutable(), Next = end is null ? null : PageToken.Write(0, end) };
    }

    /// <summary>Reads a recording to its end: whether every byte is authentic, and the whole is what the audit says was stored. What is wrong is written down.</summary>
    /// <exception cref="Storage.Errors.StorageUnavailableException">It could not be read.</exception>
    /// <exception cref="Keys.KeyUnavailableException">Its key could not be had.</exception>
    public async Task<RecordingCheck> VerifyAsync(Actor actor, RecordingId recording, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await DemandAsync(actor, Permission.VerifyRecordings, recording, cancellationToken).ConfigureAwait(false);
        var verifier = new RecordingVerifier(_tools, isAccess: true);
        return await Attempts.RunAsync((RecordingTools.Kind, recording.Value ?? ""), () => verifier.VerifyAsync(actor, recording, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Verifies recordings that were not verified for some time, those first that were not for longest. A job does so within <see cref="RecordingOptions.VerifyWithin"/>. Run again, it goes on.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="within">For how long they were not verified, or stored.</param>
    /// <param name="cancellationToken">Stops the work, between two recordings.</param>
    public async Task<RecordingScrub> ScrubAsync(Actor actor, TimeSpan within, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfLessThan(within, TimeSpan.Zero);
        await _tools.Desk.Policies.DemandAsync(actor, Permission.VerifyRecordings, directory: null, ("list", "recordings.due"), cancellationToken).ConfigureAwait(false);
        return await new RecordingVerifier(_tools).ScrubAsync(actor, within, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What has lost its other half, over all recordings and blobs of the tenant; also what was being written for too long, or when a copy of the documents was made that was brought back since. Nothing is removed.</summary>
    public async Task<RecordingOrphans> OrphansAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await _tools.Desk.Policies.DemandAsync(actor, Permission.VerifyRecordings, directory: null, ("list", "recordings.orphans"), cancellationToken).ConfigureAwait(false);

        // The blobs first: what is stored while this looks has its recording by the time recordings are read.
        var loose = new Dictionary<string, BlobInfo>(StringComparer.Ordinal);
        await foreach (BlobInfo blob in _tools.Blobs.ListAsync(actor.Tenant, cancellationToken).ConfigureAwait(false))
        {
            loose[blob.Name.Value] = blob;
        }

        DateTimeOffset now = _tools.Deeds.Now;
        RestoreState restore = await _tools.Safety.Guard.LookAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        var pending = new DocumentQuery { Collection = Collections.PendingBlobs, Index = PendingBlob.Since };
        await foreach (Document document in _tools.Documents.QueryAllAsync(actor.Tenant, pending, cancellationToken).ConfigureAwait(false))
        {
            var waiting = PendingBlob.Read(document);
            if (waiting.IsAbandoned || (now - waiting.At < _tools.Options.MostStoring && !restore.MayBeOfCopy(waiting.At)))
            {
                TakeAway(loose, waiting.Blob);
            }
        }

        var losses = new RecordingLosses(_tools);
        var all = new DocumentQuery { Collection = Collections.Recordings, Index = RecordingIndexes.ByTime };
        await foreach (Document document in _tools.Documents.QueryAllAsync(actor.Tenant, all, cancellationToken).ConfigureAwait(false))
        {
            StoredRecording recording = StoredRecording.Read(document);
            bool isCopied = TakeAway(loose, recording.Blob);
            await losses.LookAsync(actor.Tenant, recording, isCopied, cancellationToken).ConfigureAwait(false);
        }

        return losses.With([.. loose.Values.OrderBy(blob => blob.Name.Value, StringComparer.Ordinal)]);
    }

    internal static DocumentQuery OfInteraction(InteractionId interaction) =>
        new() { Collection = Collections.Recordings, Index = RecordingIndexes.ByInteraction, Equal = [[IndexValue.Of(interaction.Value)]] };

    // Whether a copy of the envelope lay beside the payload, or there is no payload that could have one.
    private static bool TakeAway(Dictionary<string, BlobInfo> loose, BlobName? payload)
    {
        loose.Remove(payload?.Value ?? "");
        return payload is null || loose.Remove(EnvelopeCopies.NameOf(payload).Value);
    }

    private async ValueTask<DocumentQuery> QueryAsync(Actor actor, RecordingQuery query, CancellationToken cancellationToken)
    {
        if (query.Attribute is null)
        {
            return new()
            {
                Collection = Collections.Recordings,
                Index = RecordingIndexes.ByTime,
                Range = new() { From = query.From is { } from ? IndexValue.Of(from) : null, To = query.To is { } to ? IndexValue.Of(to) : null },
            };
        }

        AttributeValue value = query.Value ?? throw new ArgumentException("an attribute is asked for without a value", nameof(query));
        KeepingTerms terms = await _tools.Terms.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        ImmutableArray<Issue> issues = AttributeSet.Empty.With(query.Attribute, value).Check(terms.Attributes);
        return !issues.IsEmpty
            ? throw new ValidationFailedException(issues)
            : new()
            {
                Collection = Collections.Recordings,
                Index = RecordingIndexes.ByAttribute,
                Equal = [[IndexValue.Of(query.Attribute)], [IndexValue.Of(InteractionIndexes.Indexed(value))]],
            };
    }

    // What is too long for an index is cut there, so it is compared once more.
    private static bool IsAsked(StoredRecording recording, RecordingQuery query) =>
        (query.From is not { } from || recording.StoredAt >= from) && (query.To is not { } to || recording.StoredAt < to)
        && (query.Media is not { } media || recording.Metadata.Media == media)
        && (query.Attribute is null || recording.Metadata.Attributes[query.Attribute].Contains(query.Value!));

    private async ValueTask<bool> MaySeeAsync(AccessScope scope, StoredRecording recording, CancellationToken cancellationToken) =>
        await ((IInteractionSource)_tools.Interactions).FindAsync(scope.Actor.Tenant, recording.Metadata.Interaction, cancellationToken).ConfigureAwait(false) is { } whole
        && (await scope.DecideViewAsync(whole, cancellationToken).ConfigureAwait(false)).IsAllowed;
}
