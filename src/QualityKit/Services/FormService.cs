using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Services;

/// <summary>Forms from their draft to their archive, stored.</summary>
/// <remarks>
/// A draft is saved by whoever has its newest state. A published version never changes and is found by the hash of its content. The folder of a form
/// decides who may read, use and change it. Methods do what was asked, or throw and have changed nothing: <see cref="ValidationFailedException"/>
/// with every issue, <see cref="AccessDeniedException"/>, <see cref="EntityNotFoundException"/>, <see cref="ConcurrencyConflictException"/>. Safe to share between threads.
/// </remarks>
public sealed class FormService
{
    private const string Kind = "form";
    private const string DraftKind = "form draft";
    private const string VersionKind = "form version";
    private const string FormFact = "form";

    private readonly IDocumentStore _documents;
    private readonly IAccessPolicies _policies;
    private readonly Deeds _deeds;
    private readonly FormStore _forms;

    /// <summary>A service over a store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="policies">Who may do what.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    public FormService(IDocumentStore documents, IAccessPolicies policies, IAuditKeys auditKeys, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        (_documents, _policies) = (documents, policies);
        _deeds = new(documents, auditKeys, time);
        _forms = new(documents);
    }

    /// <summary>A published version.</summary>
    public async Task<EvaluationForm> GetAsync(Actor actor, FormVersionId form, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        EvaluationForm published = await _forms.FindAsync(actor.Tenant, form, cancellationToken).ConfigureAwait(false)
            ?? throw new EntityNotFoundException(VersionKind, form.Value ?? "");
        await DemandAsync(actor, Permission.ViewForms, published.Directory, published.Key, cancellationToken).ConfigureAwait(false);
        return published;
    }

    /// <summary>A form across its versions.</summary>
    public async Task<FormSummary> GetAsync(Actor actor, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrEmpty(key);
        FormHead head = await HeadAsync(actor.Tenant, key, cancellationToken).ConfigureAwait(false) ?? throw new EntityNotFoundException(Kind, key);
        await DemandAsync(actor, Permission.ViewForms, head.Directory, key, cancellationToken).ConfigureAwait(false);
        return Summary(head);
    }

    /// <summary>The published forms that the actor may read, by folder and key, archived ones too.</summary>
    public IAsyncEnumerable<FormSummary> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return EachAsync(actor, cancellationToken);
    }

    /// <summary>The draft of a form; null when nobody is designing it.</summary>
    public async Task<FormDraftState?> GetDraftAsync(Actor actor, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrEmpty(key);
        FormDraftState? draft = await DraftAsync(actor.Tenant, key, cancellationToken).ConfigureAwait(false);
        await DemandAsync(actor, Permission.EditForms, draft?.Draft.Directory, key, cancellationToken).ConfigureAwait(false);
        return draft;
    }

    /// <summary>Saves a draft, which may be wrong; <see cref="FormDraft.Check()"/> says how.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="draft">The form.</param>
    /// <param name="state">The state that it was made from; null where there was no draft.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The state that it has now.</returns>
    /// <exception cref="ConcurrencyConflictException">Somebody else saved, published or discarded it in the meantime.</exception>
    /// <exception cref="ValidationFailedException">It holds what could not be read again, such as a key that is none.</exception>
    public async Task<DocumentVersion> SaveDraftAsync(
        Actor actor, FormDraft draft, DocumentVersion? state = null, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        byte[] body = FormDraftFormat.Write(draft);
        DocumentKey key = FormDraftFormat.KeyOf(draft.Key);
        await DemandAsync(actor, Permission.EditForms, draft.Directory, draft.Key, cancellationToken).ConfigureAwait(false);
        if (await _documents.ReadAsync(actor.Tenant, key, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            await DemandAsync(actor, Permission.EditForms, FormDraftFormat.Read(stored).Directory, draft.Key, cancellationToken).ConfigureAwait(false);
        }

        DocumentBatch batch = DocumentBatch.For(actor.Tenant, command ?? CommandId.New());
        IndexEntry entry = FormIndexes.Entry(draft.Directory, draft.Key);
        CommitResult result = await _documents.CommitAsync(
            state is { } known ? batch.Replace(key, known, body, entry) : batch.Create(key, body, entry), cancellationToken).ConfigureAwait(false);
        return result.Version ?? throw new ConcurrencyConflictException(DraftKind, draft.Key);
    }

    /// <summary>Discards a draft.</summary>
    /// <param name="actor">Who discards it.</param>
    /// <param name="key">The identity of the form.</param>
    /// <param name="state">The state that is discarded.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConcurrencyConflictException">Somebody else saved it in the meantime.</exception>
    public Task DiscardDraftAsync(Actor actor, string key, DocumentVersion state, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return OnceAsync(actor, command, (key, FormFactCodes.Discarded), async batch =>
        {
            FormDraftState draft = await DraftAsync(actor.Tenant, key, cancellationToken).ConfigureAwait(false) ?? throw new EntityNotFoundException(DraftKind, key);
            await DemandAsync(actor, Permission.DeleteForms, draft.Draft.Directory, key, cancellationToken).ConfigureAwait(false);
            return (Ended(batch, draft, key, state), []);
        }, cancellationToken);
    }

    /// <summary>Publishes a form as the next version of its key, and ends its draft.</summary>
    /// <param name="actor">Who publishes.</param>
    /// <param name="draft">The form; the number of its version is given here.</param>
    /// <param name="state">The state of the stored draft that it was made from; null where there is none.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">The form is wrong.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else saved the draft in the meantime.</exception>
    public async Task<EvaluationForm> PublishAsync(
        Actor actor, FormDraft draft, DocumentVersion? state = null, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        _ = draft.Publish().Value;
        JournalEntry done = await OnceAsync(actor, command, (draft.Key, FormFactCodes.Published), async batch =>
        {
            FormHead? head = await HeadAsync(actor.Tenant, draft.Key, cancellationToken).ConfigureAwait(false);
            await DemandAsync(actor, Permission.PublishForms, draft.Directory, draft.Key, cancellationToken).ConfigureAwait(false);
            await DemandAsync(actor, Permission.PublishForms, head is null ? draft.Directory : head.Directory, draft.Key, cancellationToken).ConfigureAwait(false);
            EvaluationForm form = (draft with { Version = (head?.Versions.Length ?? 0) + 1 }).Publish().Value;
            batch = FormHead.After(head, form, actor.Id, _deeds.Now).StoreIn(batch).Create(FormStore.KeyOf(form.Id), FormJson.Write(form));
            batch = state is { } known ? Ended(batch, await DraftAsync(actor.Tenant, form.Key, cancellationToken).ConfigureAwait(false), form.Key, known) : batch;
            return (batch, [new("version", form.Version.ToString(CultureInfo.InvariantCulture)), new(FormFact, form.Id.Value)]);
        }, cancellationToken).ConfigureAwait(false);
        var published = new FormVersionId(done.Lines[0].Fact!.Facts.Single(fact => fact.Name == FormFact).Value);
        return await _forms.FindAsync(actor.Tenant, published, cancellationToken).ConfigureAwait(false) ?? throw new EntityNotFoundException(VersionKind, published.Value);
    }

    /// <summary>Archives a form: no evaluation can be created with it any more; those that there are go on.</summary>
    public Task ArchiveAsync(Actor actor, string key, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ShelveAsync(actor, key, isArchived: true, command, cancellationToken);

    /// <summary>Takes a form back from the archive.</summary>
    public Task RestoreAsync(Actor actor, string key, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ShelveAsync(actor, key, isArchived: false, command, cancellationToken);

    private async IAsyncEnumerable<FormSummary> EachAsync(Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccessPolicy policy = await _policies.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        var query = new DocumentQuery { Collection = Collections.Forms, Index = FormIndexes.ByDirectory };
        await foreach (Document document in _documents.QueryAllAsync(actor.Tenant, query, cancellationToken).ConfigureAwait(false))
        {
            FormHead head = FormHead.Read(document);
            if (policy.Before(actor, head.Directory).Decide(Permission.ViewForms).IsAllowed)
            {
                yield return Summary(head);
            }
        }
    }

    private Task<JournalEntry> ShelveAsync(Actor actor, string key, bool isArchived, CommandId? command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return OnceAsync(actor, command, (key, isArchived ? FormFactCodes.Archived : FormFactCodes.Restored), async batch =>
        {
            FormHead head = await HeadAsync(actor.Tenant, key, cancellationToken).ConfigureAwait(false) ?? throw new EntityNotFoundException(Kind, key);
            await DemandAsync(actor, Permission.PublishForms, head.Directory, key, cancellationToken).ConfigureAwait(false);
            return ((head with { IsArchived = isArchived }).StoreIn(batch), []);
        }, cancellationToken);
    }

    private Task<JournalEntry> OnceAsync(
        Actor actor, CommandId? command, (string Key, string Code) what, Func<DocumentBatch, Task<(DocumentBatch, ImmutableArray<AuditFact>)>> work, CancellationToken cancellationToken)
    {
        var deed = new Deed(actor, command ?? CommandId.New(), Kind, what.Key, what.Code);
        return Attempts.RunAsync((Kind, what.Key), async () =>
        {
            if (await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is { } done)
            {
                return done;
            }

            try
            {
                (DocumentBatch batch, ImmutableArray<AuditFact> facts) = await work(Deeds.Batch(deed)).ConfigureAwait(false);
                await _deeds.CommitAsync(batch, deed, facts, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception problem) when (problem is ConcurrencyConflictException or EntityNotFoundException)
            {
                // Another delivery of the same command may have ended the draft in the meantime.
                if (await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is { } meanwhile)
                {
                    return meanwhile;
                }

                throw;
            }

            return await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false);
        });
    }

    private static DocumentBatch Ended(DocumentBatch batch, FormDraftState? draft, string key, DocumentVersion state) =>
        draft?.State == state ? batch.Delete(FormDraftFormat.KeyOf(key), state) : throw new ConcurrencyConflictException(DraftKind, key);

    private async ValueTask<FormDraftState?> DraftAsync(TenantId tenant, string key, CancellationToken cancellationToken) =>
        await _documents.ReadAsync(tenant, FormDraftFormat.KeyOf(key), cancellationToken).ConfigureAwait(false) is { } document
            ? new() { Draft = FormDraftFormat.Read(document), State = document.Version }
            : null;

    private async ValueTask<FormHead?> HeadAsync(TenantId tenant, string key, CancellationToken cancellationToken) =>
        await _documents.ReadAsync(tenant, FormHead.KeyOf(key), cancellationToken).ConfigureAwait(false) is { } document ? FormHead.Read(document) : null;

    private ValueTask DemandAsync(Actor actor, Permission permission, string? directory, string key, CancellationToken cancellationToken) =>
        _policies.DemandAsync(actor, permission, directory, (Kind, key), cancellationToken);

    private static FormSummary Summary(FormHead head) => new()
    {
        Key = head.Key,
        Name = head.Name,
        Directory = head.Directory,
        IsArchived = head.IsArchived,
        Versions =
        [
            .. head.Versions.Select(version => new FormVersionSummary
            {
                Id = version.Id,
                Number = version.Number,
                PublishedAt = version.PublishedAt,
                PublishedBy = version.PublishedBy,
            }),
        ],
    };
}
