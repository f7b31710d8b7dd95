using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Finds, exports and erases what the library stores about a customer or an agent.</summary>
/// <remarks>
/// Of a customer: the personal attributes, the transcripts and the recordings of their interactions. Of an agent: every text in evaluations about them, private ones too, and drafts of such evaluations.
/// Scores still count and the audit still verifies, since neither holds a text. Of a recording the envelope goes in the commit, and a job removes its payload; a copy of it is made by <see cref="RecordingService.ExportAsync"/>. What a host keeps elsewhere it erases itself. Safe to share between threads.
/// </remarks>
public sealed class SubjectService
{
    private readonly IDocumentStore _documents;
    private readonly IKeepingTerms _terms;
    private readonly IAccessPolicies _policies;
    private readonly Deeds _deeds;
    private readonly SubjectStore _store;
    private readonly RecordingEvidence _evidence;

    /// <summary>A service over a store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="policies">Who may do what.</param>
    /// <param name="terms">What tenants declare; customers are found only with a key.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    public SubjectService(IDocumentStore documents, IAccessPolicies policies, IKeepingTerms terms, IAuditKeys auditKeys, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        _documents = documents;
        _terms = terms;
        _deeds = new(documents, auditKeys, time);
        _policies = policies;
        _store = new(documents);
        _evidence = new(documents, auditKeys);
        Safety = KeepingSafety.Of(documents, auditKeys, _deeds);
    }

    /// <summary>Who says that the store went back to an older state, in which holds may be missing.</summary>
    internal KeepingSafety Safety { get; init; }

    /// <summary>How old copies of the store become; null where the host has not said.</summary>
    internal TimeSpan? BackupHorizon { get; init; }

    /// <summary>What is stored about somebody, and what stands in the way of erasing it. Nothing is touched.</summary>
    /// <exception cref="InvalidOperationException">A customer is asked for, and the terms of the tenant have no key.</exception>
    public async Task<SubjectPlan> PlanAsync(Actor actor, DataSubject subject, SubjectRequestKind kind, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(subject);
        (SubjectPlan plan, _) = await LookAsync(actor, subject, kind, cancellationToken).ConfigureAwait(false);
        await _policies.ListedAsync(actor, ("subject.plan", Permission.HandleSubjectRequests), plan.Steps.Length, cancellationToken).ConfigureAwait(false);
        return plan;
    }

    /// <summary>Copies of everything that is stored about somebody, one after another.</summary>
    /// <exception cref="InvalidOperationException">A customer is asked for, and the terms of the tenant have no key.</exception>
    public IAsyncEnumerable<SubjectCopy> ExportAsync(Actor actor, DataSubject subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(subject);
        return _policies.ListedAsync(actor, ("subject.export", Permission.HandleSubjectRequests), CopiesAsync(actor, subject, cancellationToken), cancellationToken);
    }

    /// <summary>Erases what is stored about somebody and nothing stands in the way of. Run again, it goes on with what is left.</summary>
    /// <param name="actor">Who erases.</param>
    /// <param name="subject">Whom the request is about.</param>
    /// <param name="command">Names the request, and its chain in the audit; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work, between two documents.</param>
    /// <exception cref="InvalidOperationException">A customer is asked for, and the terms of the tenant have no key.</exception>
    public async Task<SubjectReceipt> EraseAsync(Actor actor, DataSubject subject, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(subject);
        CommandId run = command ?? CommandId.New();
        (SubjectPlan plan, HoldRegisterDocument holds) = await LookAsync(actor, subject, SubjectRequestKind.Erase, cancellationToken).ConfigureAwait(false);
        RestoreState restore = await Safety.Guard.DemandAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        var erased = ImmutableArray.CreateBuilder<SubjectItem>();
        var left = ImmutableArray.CreateBuilder<SubjectItem>();
        foreach (SubjectStep step in plan.Steps.Where(step => step.CanRun).OrderBy(step => SubjectStore.GoesLast(step.Item)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool isErased = await EraseAsync(actor, step.Item, (run, holds, restore), cancellationToken).ConfigureAwait(false);
            (isErased ? erased : left).Add(step.Item);
        }

        return new() { Erased = erased.ToImmutable(), Blocked = [.. plan.Steps.Where(step => !step.CanRun)], Left = left.ToImmutable() };
    }

    private async IAsyncEnumerable<SubjectCopy> CopiesAsync(Actor actor, DataSubject subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (SubjectPlan plan, _) = await LookAsync(actor, subject, SubjectRequestKind.Export, cancellationToken).ConfigureAwait(false);
        foreach (SubjectStep step in plan.Steps)
        {
            if (await _documents.ReadAsync(actor.Tenant, SubjectStore.KeyOf(step.Item), cancellationToken).ConfigureAwait(false) is { } document)
            {
                yield return new() { Kind = step.Item.Kind, Id = step.Item.Id, Json = document.Body };
            }
        }
    }

    // The personal document goes exactly as it was read, under what was looked at; of an interaction also the places where it is found by it.
    private async Task<bool> EraseAsync(Actor actor, SubjectItem item, (CommandId Run, HoldRegisterDocument Holds, RestoreState Restore) under, CancellationToken cancellationToken)
    {
        var deed = new Deed(actor, DerivedIds.Command(under.Run, item.Kind, item.Id), "subject-request", under.Run.Value, KeepingFactCodes.Erased);
        if (await _documents.ReadAsync(actor.Tenant, SubjectStore.KeyOf(item), cancellationToken).ConfigureAwait(false) is not { } document)
        {
            return true;
        }

        // What was edited since it was planned may be held now.
        (HeldItem? held, StoredInteraction? stored) = await _store.NowAsync(actor.Tenant, item, cancellationToken).ConfigureAwait(false);
        if (held is not null && !under.Holds.Register.On(held).IsEmpty)
        {
            return false;
        }

        DocumentBatch batch = Deeds.Batch(deed).With(under.Holds.Requirement).With(under.Restore.Requirement);
        if (SubjectStore.IsRecording(item))
        {
            batch = batch.With(stored?.Requirement ?? SubjectStore.Unknown(item));
            return await EraseRecordingAsync(deed, batch, StoredRecording.Read(document), cancellationToken).ConfigureAwait(false);
        }

        DocumentBatch? whole = await _store.WithoutPlacesAsync(batch.Delete(document.Key, document.Version), item, stored, _deeds.Now, cancellationToken).ConfigureAwait(false);
        return whole is not null && await _deeds.CommitAsync(whole, deed, [new("kind", item.Kind), new("id", item.Id)], cancellationToken).ConfigureAwait(false);
    }

    // A tombstone stays, so that nobody stores it again; the payload is removed by a job.
    private async Task<bool> EraseRecordingAsync(Deed deed, DocumentBatch batch, StoredRecording recording, CancellationToken cancellationToken)
    {
        if (recording.Deletion is not null)
        {
            return true;
        }

        // Whoever writes the database could call it another customer's.
        if (await _evidence.FindAsync(deed.Actor.Tenant, recording.Id, cancellationToken).ConfigureAwait(false) is { } said && !RecordingEvidence.Agree(said, recording))
        {
            return false;
        }

        Document? envelope = await _documents.ReadAsync(deed.Actor.Tenant, EnvelopeDocument.KeyOf(recording.Id), cancellationToken).ConfigureAwait(false);
        var receipt = new RecordingReceipts(_documents, BackupHorizon);
        RecordingDeletion deletion = await receipt.OfAsync((deed, _deeds.Now), recording, envelope, replacedBy: null, cancellationToken).ConfigureAwait(false);
        batch = RecordingRemoval.StoreTombstoneIn(batch, recording, envelope, deletion, _deeds.Now);
        Deed deleted = deed with { Kind = RecordingTools.Kind, Id = recording.Id.Value, Code = RecordingFactCodes.Deleted };
        ImmutableArray<AuditFact> facts = [new("kind", SubjectStore.RecordingKind), new("id", recording.Id.Value)];
        return await _deeds.CommitAsync(batch, (deed, facts), [(deleted, RecordingFacts.Of(recording, deletion))], cancellationToken).ConfigureAwait(false);
    }

    // Of a customer the attribute that they are found by, never its value.
    private static (string Kind, string? Id) ThingOf(DataSubject subject) => subject switch
    {
        DataSubject.Agent agent => ("agent", agent.Person.Value),
        DataSubject.Customer customer => ("customer", customer.Attribute),
        _ => throw new ArgumentOutOfRangeException(nameof(subject)),
    };

    private async Task<(SubjectPlan Plan, HoldRegisterDocument Holds)> LookAsync(Actor actor, DataSubject subject, SubjectRequestKind kind, CancellationToken cancellationToken)
    {
        await _policies.DemandAsync(actor, Permission.HandleSubjectRequests, directory: null, ThingOf(subject), cancellationToken).ConfigureAwait(false);
        KeepingTerms terms = await _terms.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        HoldRegisterDocument holds = await HoldRegisterDocument.LoadAsync(_documents, actor.Tenant, cancellationToken).ConfigureAwait(false);
        var items = new List<SubjectItem>();
        await foreach (SubjectItem item in ItemsAsync(actor.Tenant, subject, terms, cancellationToken).ConfigureAwait(false))
        {
            items.Add(item);
        }

        return (SubjectPlan.Of(kind, items, holds.Register, _deeds.Now), holds);
    }

    private IAsyncEnumerable<SubjectItem> ItemsAsync(TenantId tenant, DataSubject subject, KeepingTerms terms, CancellationToken cancellationToken) => subject switch
    {
        DataSubject.Customer customer => _store.OfCustomerAsync(
            tenant,
            InteractionRetention.Customer(terms, customer.Attribute, customer.Value) ?? throw new InvalidOperationException("the terms of the tenant have no key to find customers by"),
            cancellationToken),
        DataSubject.Agent agent => _store.OfAgentAsync(tenant, agent.Person, _deeds.Now, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(subject)),
    };
}
