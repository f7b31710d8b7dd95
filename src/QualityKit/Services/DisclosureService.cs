using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>What a tenant discloses of individual agents: one person proposes a policy, another one approves it, and from then on every service reads by it.</summary>
/// <remarks>
/// Methods do what was asked, or throw and have changed nothing: <see cref="ValidationFailedException"/> with every issue,
/// <see cref="AccessDeniedException"/>, <see cref="ConcurrencyConflictException"/>. Safe to share between threads.
/// </remarks>
public sealed class DisclosureService
{
    private const string Kind = "disclosure";
    private const string Policy = "policy";

    private readonly IDocumentStore _documents;
    private readonly IAccessPolicies _policies;
    private readonly IKeepingTerms _terms;
    private readonly Deeds _deeds;
    private readonly DisclosureDesk _desk;

    /// <summary>A service over a store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="policies">Who may do what.</param>
    /// <param name="terms">What tenants declare; pseudonyms are made only with a key.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    public DisclosureService(IDocumentStore documents, IAccessPolicies policies, IKeepingTerms terms, IAuditKeys auditKeys, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        _documents = documents;
        _policies = policies;
        _terms = terms;
        _deeds = new(documents, auditKeys, time);
        _desk = new(documents);
    }

    /// <summary>The policy, and what waits for a second person.</summary>
    public async Task<DisclosureSettings> GetAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await DemandAsync(actor, cancellationToken).ConfigureAwait(false);
        return (await DisclosureDocument.LoadAsync(_documents, actor.Tenant, cancellationToken).ConfigureAwait(false)).Settings;
    }

    /// <summary>What the policy shows somebody of individual agents: for whatever a host shows itself, such as reports, charts, and what it keeps of events.</summary>
    public async Task<Disclosure> ForAsync(Actor reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return await _desk.ForAsync(reader, _terms, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Proposes a policy, in the place of what was proposed before. It holds when somebody else approves it.</summary>
    /// <param name="actor">Who proposes: a person.</param>
    /// <param name="policy">What it would disclose.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<DisclosureSettings> ProposeAsync(Actor actor, DisclosurePolicy policy, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(policy);
        CommandId id = command ?? CommandId.New();
        string proposal = DerivedIds.Command(id, Kind, actor.Tenant.Value).Value;
        return ChangeAsync(
            new(actor, id, Kind, Policy, KeepingFactCodes.DisclosureProposed),
            (before, now) => before.Propose(actor, proposal, policy, now),
            [new("proposal", proposal), new("digest", DisclosureDocument.Digest(policy))],
            cancellationToken);
    }

    /// <summary>Approves what was proposed: from the commit on it holds.</summary>
    /// <param name="actor">Who approves: another person than the one who proposed it.</param>
    /// <param name="proposal">The id of the proposal that they looked at.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">They proposed it themselves, it is not the proposal that waits, or they are a machine.</exception>
    public Task<DisclosureSettings> ApproveAsync(Actor actor, string proposal, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrEmpty(proposal);
        var deed = new Deed(actor, command ?? CommandId.New(), Kind, Policy, KeepingFactCodes.DisclosureApproved);
        return ChangeAsync(deed, (before, now) => before.Approve(actor, proposal, now), [new("proposal", proposal)], cancellationToken);
    }

    /// <summary>Takes a proposal back; the policy stays.</summary>
    /// <param name="actor">Who takes it back.</param>
    /// <param name="proposal">The id of the proposal.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">It is not the proposal that waits.</exception>
    public Task<DisclosureSettings> WithdrawAsync(Actor actor, string proposal, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrEmpty(proposal);
        var deed = new Deed(actor, command ?? CommandId.New(), Kind, Policy, KeepingFactCodes.DisclosureWithdrawn);
        return ChangeAsync(deed, (before, _) => before.Withdraw(proposal), [new("proposal", proposal)], cancellationToken);
    }

    private Task<DisclosureSettings> ChangeAsync(
        Deed deed, Func<DisclosureSettings, DateTimeOffset, Validated<DisclosureSettings>> change, ImmutableArray<AuditFact> facts, CancellationToken cancellationToken) =>
        Attempts.RunAsync((Kind, Policy), async () =>
        {
            await DemandAsync(deed.Actor, cancellationToken).ConfigureAwait(false);
            DisclosureDocument stored = await DisclosureDocument.LoadAsync(_documents, deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
            if (await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
            {
                return (await DisclosureDocument.LoadAsync(_documents, deed.Actor.Tenant, cancellationToken).ConfigureAwait(false)).Settings;
            }

            DisclosureSettings after = change(stored.Settings, _deeds.Now).Value;
            ImmutableArray<AuditFact> all = [new("revision", after.Revision.ToString(CultureInfo.InvariantCulture)), .. facts];
            return await _deeds.CommitAsync(stored.StoreIn(Deeds.Batch(deed), after), deed, all, cancellationToken).ConfigureAwait(false) ? after : null;
        });

    private ValueTask DemandAsync(Actor actor, CancellationToken cancellationToken) =>
        _policies.DemandAsync(actor, Permission.ManageDisclosure, directory: null, (Kind, Policy), cancellationToken);
}
