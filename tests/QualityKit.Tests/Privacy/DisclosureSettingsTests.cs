using QualityKit.People;
using QualityKit.Privacy;
using QualityKit.Validation;

namespace QualityKit.Tests.Privacy;

public sealed class DisclosureSettingsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DisclosurePolicy Policy = new() { AggregateAfterMonths = 6 };

    [Fact]
    public void One_person_proposes_and_another_one_approves()
    {
        DisclosureSettings proposed = DisclosureSettings.Initial.Propose(Person("ada"), "p-1", Policy, Noon).Value;
        DisclosureSettings approved = proposed.Approve(Person("abe"), "p-1", Noon.AddHours(1)).Value;

        Assert.Same(DisclosurePolicy.Open, proposed.Policy);
        Assert.Equal(("p-1", Policy, new PersonId("ada"), Noon), (proposed.Proposal!.Id, proposed.Proposal.Policy, proposed.Proposal.By, proposed.Proposal.At));
        Assert.Equal((1, Policy, new PersonId("ada"), new PersonId("abe"), Noon.AddHours(1)), (approved.Revision, approved.Policy, approved.ProposedBy, approved.ApprovedBy, approved.ApprovedAt));
        Assert.Null(approved.Proposal);
        Assert.Equal(("revision 0, and a proposal", "revision 1"), (proposed.ToString(), approved.ToString()));
    }

    [Fact]
    public void Nobody_approves_what_they_proposed_what_does_not_wait_or_as_a_machine()
    {
        DisclosureSettings proposed = DisclosureSettings.Initial.Propose(Person("ada"), "p-1", Policy, Noon).Value;
        DisclosureSettings again = proposed.Propose(Person("abe"), "p-2", Policy, Noon).Value;

        Assert.Equal(IssueCodes.DisclosureSamePerson, Code(proposed.Approve(Person("ada"), "p-1", Noon)));
        Assert.Equal(IssueCodes.DisclosureByMachine, Code(proposed.Approve(Person("abe") with { IsMachine = true }, "p-1", Noon)));
        Assert.Equal(IssueCodes.DisclosureByMachine, Code(proposed.Propose(Person("bot") with { IsMachine = true }, "p-3", Policy, Noon)));
        Assert.Equal(IssueCodes.DisclosureProposalGone, Code(again.Approve(Person("ann"), "p-1", Noon)));
        Assert.Equal(IssueCodes.DisclosureProposalGone, Code(DisclosureSettings.Initial.Approve(Person("ann"), "p-1", Noon)));
        Assert.True(again.Approve(Person("ada"), "p-2", Noon).IsValid);
    }

    [Fact]
    public void A_proposal_is_taken_back_and_the_policy_stays()
    {
        DisclosureSettings proposed = DisclosureSettings.Initial.Propose(Person("ada"), "p-1", Policy, Noon).Value;

        Assert.Equal(IssueCodes.DisclosureProposalGone, Code(proposed.Withdraw("p-2")));
        Assert.Equal(DisclosureSettings.Initial, proposed.Withdraw("p-1").Value);
        Assert.Equal(IssueCodes.DisclosureProposalGone, Code(DisclosureSettings.Initial.Withdraw("p-1")));
    }

    [Fact]
    public void Without_a_key_who_should_have_a_pseudonym_is_hidden()
    {
        var policy = new DisclosurePolicy { Rules = [new() { Role = "analyst", Naming = Naming.Pseudonym }, new() { Role = "lead" }] };

        Disclosure analyst = policy.For(Person("ari") with { Roles = ["analyst"] }, key: null);

        Assert.Equal(Naming.Hidden, analyst.Naming);
        Assert.Null(analyst.NameOf(new("anna")));
        Assert.Equal("ari", analyst.NameOf(new("ari")));
        Assert.Equal("anna", policy.For(Person("lea") with { Roles = ["lead"] }, key: null).NameOf(new("anna")));
        Assert.Equal("-", Disclosure.Nobody);
    }

    private static string Code(Validated<DisclosureSettings> result) => Assert.Single(result.Issues).Code;

    private static Actor Person(string id) => new() { Tenant = new("acme"), Id = new(id) };
}
