using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Storage.Documents;
using QualityKit.Transcripts;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Services;

/// <summary>Transcripts of stored interactions: versions, each text in a document of its own, redacted and erased for good.</summary>
/// <remarks>
/// Methods do what was asked, or throw and have changed nothing: <see cref="ValidationFailedException"/> with every issue,
/// <see cref="AccessDeniedException"/>, <see cref="EntityNotFoundException"/>, <see cref="ConcurrencyConflictException"/>. Safe to share between threads.
/// </remarks>
public sealed partial class TranscriptService
{
    private const string Kind = "interaction";
    private const string TranscriptKind = "transcript";
    private const int SaltDigits = 32;

    // One commit deletes them all, with room for what goes with it.
    private const int MostTexts = 80;
    private const int MostBytes = 3 * 1024 * 1024;

    private readonly IDocumentStore _documents;
    private readonly IKeepingTerms _terms;
    private readonly AccessDesk _desk;
    private readonly Deeds _deeds;
    private readonly InteractionStore _interactions;

    /// <summary>A service over a store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="people">Who belongs where today.</param>
    /// <param name="policies">Who may do what.</param>
    /// <param name="terms">What tenants declare of interactions.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    public TranscriptService(IDocumentStore documents, IPeopleDirectory people, IAccessPolicies policies, IKeepingTerms terms, IAuditKeys auditKeys, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        _documents = documents;
        _terms = terms;
        _interactions = new(documents);
        _desk = new(policies, people, _interactions);
        _deeds = new(documents, auditKeys, time);
        Safety = KeepingSafety.Of(documents, auditKeys, _deeds);
    }

    /// <summary>Who says that the store went back to an older state, in which holds may be missing.</summary>
    internal KeepingSafety Safety { get; init; }

    /// <summary>Where salts come from.</summary>
    internal Func<ContentSalt> Salts { get; init; } = () => new(RandomNumberGenerator.GetHexString(SaltDigits, lowercase: true));

    /// <summary>Stores a transcript of an interaction, or the next version of one; the same text again changes nothing.</summary>
    /// <param name="actor">Who stores it; they may report interactions.</param>
    /// <param name="transcript">The transcript. Its id names it among those of its interaction.</param>
    /// <param name="redactors">What blacks it out before it is stored, such as <see cref="CardNumberRedactor"/>; null for nothing.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">It is wrong, or larger than 3 MiB; the interaction was deleted or erased; it has 80 texts already.</exception>
    /// <exception cref="EntityNotFoundException">The interaction was not reported.</exception>
    public Task<TranscriptReceipt> StoreAsync(
        Actor actor, Transcript transcript, IEnumerable<IRedactor>? redactors = null, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(transcript);
        ImmutableArray<IRedactor> all = redactors is null ? [] : [.. redactors];
        var deed = new Deed(actor, command ?? CommandId.New(), Kind, transcript.Interaction.Value ?? "", KeepingFactCodes.TranscriptStored);
        return Attempts.RunAsync((TranscriptKind, transcript.Id.Value ?? ""), () => StoreAsync(deed, transcript, all, cancellationToken));
    }

    /// <summary>A version of a transcript, for whoever may see the interaction.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="interaction">Of which interaction.</param>
    /// <param name="transcript">Which one.</param>
    /// <param name="version">The number of the version; null for the newest.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<TranscriptDetails> GetAsync(Actor actor, InteractionId interaction, TranscriptId transcript, int? version = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await DemandViewAsync(actor, interaction, (TranscriptKind, $"{interaction}/{transcript}"), cancellationToken).ConfigureAwait(false);
        TranscriptSummary summary = await FindAsync(actor.Tenant, interaction, transcript, cancellationToken).ConfigureAwait(false);
        TranscriptVersion shown = version is null ? summary.Current
            : summary.Versions.FirstOrDefault(one => one.Number == version) ?? throw new EntityNotFoundException("version of the transcript", string.Create(CultureInfo.InvariantCulture, $"{version}"));
        return new() { Interaction = interaction, Summary = summary, Version = shown, Transcript = await TextAsync(actor.Tenant, shown, cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>The transcripts of an interaction, without any text, for whoever may see the interaction.</summary>
    public async Task<ImmutableArray<TranscriptSummary>> ListAsync(Actor actor, InteractionId interaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await DemandViewAsync(actor, interaction, (Kind, interaction.Value ?? ""), cancellationToken).ConfigureAwait(false);
        return (await TranscriptsDocument.LoadAsync(_documents, actor.Tenant, interaction, cancellationToken).ConfigureAwait(false)).Transcripts;
    }

    private async Task<TranscriptReceipt?> StoreAsync(Deed deed, Transcript transcript, ImmutableArray<IRedactor> redactors, CancellationToken cancellationToken)
    {
        TenantId tenant = deed.Actor.Tenant;
        await _desk.Policies.DemandAsync(deed.Actor, Permission.ReportInteractions, directory: null, (Kind, deed.Id), cancellationToken).ConfigureAwait(false);
        Transcript valid = transcript.Check().Value;
        valid = Redaction.Of(TranscriptJson.Read(TranscriptJson.Write(valid)).Value, redactors).Transcript;

        // What is there first: a command that is carried out in between is then known to be.
        StoredInteraction stored = await _interactions.FindAsync(tenant, valid.Interaction, cancellationToken).ConfigureAwait(false) ?? throw new EntityNotFoundException(Kind, deed.Id);
        TranscriptsDocument known = await TranscriptsDocument.LoadAsync(_documents, tenant, valid.Interaction, cancellationToken).ConfigureAwait(false);
        if (await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is { } done)
        {
            return ReceiptOf(valid.Interaction, done);
        }

        byte[] body = TranscriptJson.Write(valid);
        TranscriptSummary? before = known.Find(valid.Id);
        Guard(stored, known, body);
        if (before is not null && await TextAsync(tenant, before.Current, cancellationToken).ConfigureAwait(false) is { } same && TranscriptJson.Write(same).AsSpan().SequenceEqual(body))
        {
            return new() { Interaction = valid.Interaction, Transcript = valid.Id, Version = before.Current.Number, HasChanged = false };
        }

        TranscriptVersion added = Next(deed, before, valid, out ContentSalt salt);
        KeepingTerms terms = await _terms.ForAsync(tenant, cancellationToken).ConfigureAwait(false);
        Interaction? whole = await _interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false);

        // The interaction is written with it, unchanged: whoever deletes or erases it at the same moment looks again.
        DocumentBatch batch = stored.StoreIn(Deeds.Batch(deed), InteractionRetention.Customers(whole, terms));
        batch = TranscriptContents.StoreIn(known.With(valid.Id, added).StoreIn(batch), added.Content, salt, body);
        return await CommitAsync(batch, deed, (valid.Id, added), default, cancellationToken).ConfigureAwait(false);
    }

    private TranscriptVersion Next(Deed deed, TranscriptSummary? before, Transcript text, out ContentSalt salt)
    {
        salt = Salts();
        return new()
        {
            Number = (before?.Current.Number ?? 0) + 1,
            At = _deeds.Now,
            By = deed.Actor.Id,
            Digest = text.Reference(salt).Digest,
            Content = DerivedIds.Command(deed.Command, TranscriptKind, deed.Id).Value,
        };
    }

    private async Task<TranscriptReceipt?> CommitAsync(
        DocumentBatch batch, Deed deed, (TranscriptId Id, TranscriptVersion Version) made, (int Destroyed, int Sealed) earlier, CancellationToken cancellationToken)
    {
        ImmutableArray<AuditFact> facts =
        [
            new(TranscriptFacts.Transcript, made.Id.Value),
            new(TranscriptFacts.Version, TranscriptFacts.Write(made.Version.Number)),
            new(TranscriptFacts.Digest, made.Version.Digest),
            .. deed.Code == KeepingFactCodes.TranscriptStored ? ImmutableArray<AuditFact>.Empty
                :
                [
                    new(TranscriptFacts.Redacted, TranscriptFacts.Write(made.Version.Redacted)),
                    new(TranscriptFacts.Destroyed, TranscriptFacts.Write(earlier.Destroyed)),
                    new(TranscriptFacts.Sealed, TranscriptFacts.Write(earlier.Sealed)),
                ],
        ];
        return await _deeds.CommitAsync(batch, deed, facts, cancellationToken).ConfigureAwait(false) ? TranscriptFacts.ReceiptOf(new(deed.Id), facts) : null;
    }

    private static TranscriptReceipt ReceiptOf(InteractionId interaction, JournalEntry done) => TranscriptFacts.ReceiptOf(interaction, done.Lines[0].Fact!.Facts);

    private static void Guard(StoredInteraction stored, TranscriptsDocument known, byte[] body)
    {
        (string Code, string Pointer, decimal Number)? wrong =
            stored.DeletedAt is not null ? (IssueCodes.InteractionDeleted, "/interaction", 0)
            : stored.ErasedAt is not null ? (IssueCodes.TranscriptErased, "/interaction", 0)
            : body.Length > MostBytes ? (IssueCodes.TranscriptTooLarge, "", MostBytes)
            : known.Texts.Length >= MostTexts ? (IssueCodes.TranscriptTexts, "", MostTexts)
            : null;
        if (wrong is { } issue)
        {
            throw Refusal.Of(issue.Code, issue.Pointer, ("id", stored.Id.Value), ("limit", issue.Number));
        }
    }

    private async ValueTask DemandViewAsync(Actor actor, InteractionId interaction, (string Kind, string Id) thing, CancellationToken cancellationToken)
    {
        AccessScope scope = await _desk.OpenAsync(actor, _deeds.Now, cancellationToken).ConfigureAwait(false);
        Interaction whole = await ((IInteractionSource)_interactions).FindAsync(actor.Tenant, interaction, cancellationToken).ConfigureAwait(false)
            ?? throw new EntityNotFoundException(Kind, interaction.Value ?? "");
        await scope.DemandViewAsync(whole, thing, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TranscriptSummary> FindAsync(TenantId tenant, InteractionId interaction, TranscriptId transcript, CancellationToken cancellationToken) =>
        (await TranscriptsDocument.LoadAsync(_documents, tenant, interaction, cancellationToken).ConfigureAwait(false)).Find(transcript)
        ?? throw new EntityNotFoundException(TranscriptKind, transcript.Value ?? "");

    // A text that is sealed is shown to nobody.
    private async ValueTask<Transcript?> TextAsync(TenantId tenant, TranscriptVersion version, CancellationToken cancellationToken) =>
        version.State == TranscriptTextState.Kept
        && await _documents.ReadAsync(tenant, TranscriptContents.KeyOf(version.Content), cancellationToken).ConfigureAwait(false) is { } document
            ? TranscriptContents.Read(document)
            : null;
}
