using System.Globalization;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Privacy;

/// <summary>The disclosure policy of a tenant, and the change of it that waits for a second person.</summary>
public sealed record DisclosureSettings
{
    /// <summary>Nobody has set a policy.</summary>
    public static DisclosureSettings Initial { get; } = new() { Revision = 0, Policy = DisclosurePolicy.Open };

    /// <summary>How many policies were set so far.</summary>
    public required long Revision { get; init; }

    /// <summary>The policy that holds.</summary>
    public required DisclosurePolicy Policy { get; init; }

    /// <summary>Who proposed it; null before the first was set.</summary>
    public PersonId? ProposedBy { get; init; }

    /// <summary>Who approved it; null before the first was set.</summary>
    public PersonId? ApprovedBy { get; init; }

    /// <summary>Since when it holds; null before the first was set.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>What waits for a second person; null for nothing.</summary>
    public DisclosureProposal? Proposal { get; init; }

    /// <summary>Proposes a policy, in the place of what was proposed before.</summary>
    /// <param name="by">Who proposes it: a person.</param>
    /// <param name="id">Names the proposal.</param>
    /// <param name="policy">What it would disclose.</param>
    /// <param name="now">The time.</param>
    public Validated<DisclosureSettings> Propose(Actor by, string id, DisclosurePolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(policy);
        return Checked(IsPerson(by), this with { Proposal = new() { Id = id, Policy = policy, By = by.Id, At = now } });
    }

    /// <summary>Approves a proposal: from then on it holds.</summary>
    /// <param name="by">Who approves it: another person than the one who proposed it.</param>
    /// <param name="id">The proposal that was looked at.</param>
    /// <param name="now">The time.</param>
    public Validated<DisclosureSettings> Approve(Actor by, string id, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(id);
        string? wrong = Proposal?.Id != id ? IssueCodes.DisclosureProposalGone : Proposal.By == by.Id ? IssueCodes.DisclosureSamePerson : IsPerson(by);
        return Checked(wrong, wrong is not null ? this : new()
        {
            Revision = Revision + 1,
            Policy = Proposal!.Policy,
            ProposedBy = Proposal.By,
            ApprovedBy = by.Id,
            ApprovedAt = now,
        });
    }

    /// <summary>Takes a proposal back; the policy stays.</summary>
    /// <param name="id">The proposal that was looked at.</param>
    public Validated<DisclosureSettings> Withdraw(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Checked(Proposal?.Id != id ? IssueCodes.DisclosureProposalGone : null, this with { Proposal = null });
    }

    private static string? IsPerson(Actor actor) => actor.IsMachine ? IssueCodes.DisclosureByMachine : null;

    private static Validated<DisclosureSettings> Checked(string? wrong, DisclosureSettings settings) =>
        wrong is null ? new(settings, []) : new(null, [new() { Code = wrong }]);

    /// <summary>The revision, and whether something waits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"revision {Revision}{(Proposal is null ? "" : ", and a proposal")}");
}
