using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Canonical;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Services;

/// <summary>Interactions as the host's platform reports them, stored: what is personal apart, found by their attributes.</summary>
/// <remarks>
/// Methods do what was asked, or throw and have changed nothing: <see cref="ValidationFailedException"/> with every issue,
/// <see cref="AccessDeniedException"/>, <see cref="EntityNotFoundException"/>, <see cref="ConcurrencyConflictException"/>. Safe to share between threads.
/// </remarks>
public sealed class InteractionService : IInteractionSource
{
    private const string Kind = "interaction";

    private readonly IDocumentStore _documents;
    private readonly IKeepingTerms _terms;
    private readonly AccessDesk _desk;
    private readonly Deeds _deeds;
    private readonly DisclosureDesk _disclosure;
    private readonly InteractionStore _interactions;

    /// <summary>A service over a store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="people">Who belongs where today.</param>
    /// <param name="policies">Who may do what.</param>
    /// <param name="terms">What tenants declare, and how they keep interactions.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    public InteractionService(IDocumentStore documents, IPeopleDirectory people, IAccessPolicies policies, IKeepingTerms terms, IAuditKeys auditKeys, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        _documents = documents;
        _terms = terms;
        _desk = new(policies, people, this);
        _deeds = new(documents, auditKeys, time);
        _disclosure = new(documents);
        _interactions = new(documents);
    }

    /// <summary>Takes in an interaction, or what is new of one. It decides how long it is kept; the same again changes nothing.</summary>
    /// <param name="actor">Who reports.</param>
    /// <param name="interaction">The whole interaction, as it is known now. While it lasts it is never due.</param>
    /// <param name="claims">What the policies that match ask for; null for what was decided before.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">It is wrong, or was deleted.</exception>
    public Task<InteractionReceipt> ReportAsync(
        Actor actor, Interaction interaction, IEnumerable<RetentionClaim>? claims = null, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(interaction);
        ImmutableArray<RetentionClaim>? given = claims?.ToImmutableArray();
        var deed = new Deed(actor, command ?? CommandId.New(), Kind, interaction.Id.Value ?? "", KeepingFactCodes.Reported);
        return Attempts.RunAsync((Kind, deed.Id), () => ReportAsync(deed, interaction with { Tenant = actor.Tenant }, given, cancellationToken));
    }

    /// <summary>An interaction with all that is known of it; those who served as they are disclosed to the actor.</summary>
    public async Task<Interaction> GetAsync(Actor actor, InteractionId interaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        AccessScope scope = await _desk.OpenAsync(actor, _deeds.Now, cancellationToken).ConfigureAwait(false);
        Interaction whole = await FindAsync(actor.Tenant, interaction, cancellationToken).ConfigureAwait(false) ?? throw new EntityNotFoundException(Kind, interaction.Value ?? "");
        await scope.DemandViewAsync(whole, (Kind, whole.Id.Value), cancellationToken).ConfigureAwait(false);
        return DisclosedInteraction.Show(whole, await _disclosure.ForAsync(actor, _terms, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The interactions that have a value of a declared attribute and that the actor may see, in the order of their ids.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="attribute">The attribute, of the interaction or of a segment. One that is personal is found by its keyed hash, where the terms have a key.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">The attribute was not declared, or has values of another kind.</exception>
    public IAsyncEnumerable<Interaction> SearchAsync(Actor actor, string attribute, AttributeValue value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(attribute);
        ArgumentNullException.ThrowIfNull(value);
        return _desk.Policies.ListedAsync(actor, ("interactions.search", Permission.ViewInteractions), FoundAsync(actor, attribute, value, cancellationToken), cancellationToken);
    }

    /// <summary>Holds all interactions of the tenant against the media that is kept.</summary>
    /// <param name="actor">Who asks; they may report interactions.</param>
    /// <param name="kept">All media that is kept.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<MediaReconciliation> ReconcileAsync(Actor actor, IEnumerable<MediaSource> kept, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(kept);
        await _desk.Policies.DemandAsync(actor, Permission.ReportInteractions, directory: null, ("list", "interactions.media"), cancellationToken).ConfigureAwait(false);
        var interactions = new List<Interaction>();
        await foreach (StoredInteraction stored in _interactions.AllAsync(actor.Tenant, cancellationToken).ConfigureAwait(false))
        {
            interactions.Add(stored.Interaction!);
        }

        return MediaReconciliation.Of(interactions, kept);
    }

    /// <summary>An interaction for the services, which ask for access themselves; null when it is not known, or was deleted.</summary>
    public ValueTask<Interaction?> FindAsync(TenantId tenant, InteractionId interaction, CancellationToken cancellationToken) =>
        ((IInteractionSource)_interactions).FindAsync(tenant, interaction, cancellationToken);

    private async IAsyncEnumerable<Interaction> FoundAsync(
        Actor actor, string attribute, AttributeValue value, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        KeepingTerms terms = await _terms.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        ImmutableArray<Issue> issues = AttributeSet.Empty.With(attribute, value).Check(terms.Attributes);
        if (!issues.IsEmpty)
        {
            throw new ValidationFailedException(issues);
        }

        AccessScope scope = await _desk.OpenAsync(actor, _deeds.Now, cancellationToken).ConfigureAwait(false);
        Disclosure disclosure = await _disclosure.ForAsync(actor, _terms, cancellationToken).ConfigureAwait(false);
        await foreach (StoredInteraction stored in _interactions.QueryAsync(actor.Tenant, Query(terms, attribute, value), cancellationToken).ConfigureAwait(false))
        {
            Interaction? whole = await _interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false);
            if (whole is null || !(await scope.DecideViewAsync(whole, cancellationToken).ConfigureAwait(false)).IsAllowed)
            {
                continue;
            }

            // Who is not shown by name is not found by it either.
            Interaction shown = DisclosedInteraction.Show(whole, disclosure);
            if (InteractionIndexes.Attributes(shown).Contains((attribute, value)))
            {
                yield return shown;
            }
        }
    }

    private async Task<InteractionReceipt?> ReportAsync(Deed deed, Interaction interaction, ImmutableArray<RetentionClaim>? claims, CancellationToken cancellationToken)
    {
        TenantId tenant = deed.Actor.Tenant;
        KeepingTerms terms = await _terms.ForAsync(tenant, cancellationToken).ConfigureAwait(false);
        await _desk.Policies.DemandAsync(deed.Actor, Permission.ReportInteractions, directory: null, (Kind, deed.Id), cancellationToken).ConfigureAwait(false);
        Interaction valid = interaction.Check(terms.Attributes).Value;

        // The interaction first: a command that is carried out in between is then known to be.
        StoredInteraction? stored = await _interactions.FindAsync(tenant, valid.Id, cancellationToken).ConfigureAwait(false);
        bool isDone = await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null;
        if (stored?.DeletedAt is not null)
        {
            throw Refusal.Of(IssueCodes.InteractionDeleted, "/id", ("id", deed.Id));
        }

        valid = stored?.ErasedAt is null ? valid : InteractionContents.Without(valid, terms.Attributes);
        HoldRegisterDocument holds = await HoldRegisterDocument.LoadAsync(_documents, tenant, cancellationToken).ConfigureAwait(false);
        Document? contents = await _interactions.ContentsAsync(tenant, valid.Id, cancellationToken).ConfigureAwait(false);
        Interaction? before = stored?.Interaction is { } kept ? InteractionContents.Join(kept, contents) : null;
        StoredInteraction next = Next(valid, (stored, before), claims, holds.Register, terms);
        RetentionDecision decision = InteractionRetention.Decide(next, holds.Register, terms, valid);
        next = next with { Due = decision.Due, MarkedAt = decision.Due <= _deeds.Now ? stored?.MarkedAt : null };
        if (isDone || (before is not null && IsSame(stored!, before, next, valid)))
        {
            return new() { Interaction = valid.Id, Decision = decision, HasChanged = isDone };
        }

        DocumentBatch batch = next.StoreIn(Deeds.Batch(deed), InteractionRetention.Customers(valid, terms)).With(holds.Requirement);
        batch = InteractionContents.StoreIn(batch, valid.Id, InteractionContents.Of(valid, terms.Attributes), contents);
        ImmutableArray<AuditFact> facts = [new("resolver", decision.Resolver), new("due", decision.Due is { } due ? InstantText.Write(due) : "never")];
        return await _deeds.CommitAsync(batch, deed, facts, cancellationToken).ConfigureAwait(false)
            ? new() { Interaction = valid.Id, Decision = decision, HasChanged = true }
            : null;
    }

    // What a hold found before or finds now sticks, whatever is edited.
    private static StoredInteraction Next(
        Interaction valid, (StoredInteraction? Stored, Interaction? Whole) before, ImmutableArray<RetentionClaim>? claims, HoldRegister holds, KeepingTerms terms)
    {
        ImmutableArray<HoldId> marks = before.Stored is { } stored ? holds.On(InteractionStore.Held(stored, before.Whole)) : [];
        var next = new StoredInteraction
        {
            Id = valid.Id,
            Interaction = InteractionContents.Without(valid, terms.Attributes),
            Claims = claims ?? before.Stored?.Claims ?? [],
            Marks = marks,
            ErasedAt = before.Stored?.ErasedAt,
            ArchivedAt = before.Stored?.ArchivedAt,
            Document = before.Stored?.Document,
        };
        return next with { Marks = holds.On(InteractionStore.Held(next, valid)) };
    }

    private static bool IsSame(StoredInteraction stored, Interaction before, StoredInteraction next, Interaction valid) =>
        InteractionJson.Write(before).AsSpan().SequenceEqual(InteractionJson.Write(valid))
        && stored.Claims.SequenceEqual(next.Claims) && stored.Marks.SequenceEqual(next.Marks) && (stored.Due, stored.MarkedAt) == (next.Due, next.MarkedAt);

    private static DocumentQuery Query(KeepingTerms terms, string attribute, AttributeValue value) => terms.Attributes.Find(attribute) is { IsPersonal: false }
        ? new()
        {
            Collection = Collections.Interactions,
            Index = InteractionIndexes.ByAttribute,
            Equal = [[IndexValue.Of(attribute)], [IndexValue.Of(InteractionIndexes.Indexed(value))]],
        }
        : new()
        {
            Collection = Collections.Interactions,
            Index = InteractionIndexes.ByCustomer,
            Equal = [[IndexValue.Of(InteractionRetention.Customer(terms, attribute, value)
                ?? throw new InvalidOperationException($"the attribute `{attribute}` is personal, and the terms of the tenant have no key to find it by"))]],
        };
}
