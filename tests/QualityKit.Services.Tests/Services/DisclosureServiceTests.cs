using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Privacy;
using QualityKit.Services.Tests.Stores;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Services.Tests.Services;

public sealed class DisclosureServiceTests : IClassFixture<Databases>
{
    private static readonly EvaluationId Evaluation = Center.New().IdIn(Center.Tenant);

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_policy_holds_when_a_second_person_approves_it(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        DisclosurePolicy policy = Council(Naming.Hidden) with { SmallestCell = 7, AggregateAfterMonths = 6 };

        DisclosureSettings proposed = await center.Disclosure.ProposeAsync(Center.Ada, policy);
        DisclosureSettings before = await center.Disclosure.GetAsync(Center.Abe);
        DisclosureSettings approved = await center.Disclosure.ApproveAsync(Center.Abe, proposed.Proposal!.Id);

        Assert.Equal((0, 5, "ada"), (before.Revision, before.Policy.SmallestCell, before.Proposal!.By.Value));
        Assert.Equal((1, 7, 6, "ada", "abe", null), (approved.Revision, approved.Policy.SmallestCell, approved.Policy.AggregateAfterMonths, approved.ProposedBy!.Value.Value, approved.ApprovedBy!.Value.Value, approved.Proposal));
        Assert.Equal("revision 1", (await center.Disclosure.GetAsync(Center.Ada)).ToString());
        Assert.Equal(policy.Rules, (await center.Disclosure.GetAsync(Center.Ada)).Policy.Rules.AsEnumerable());
        Assert.Equal(Naming.Hidden, (await center.Disclosure.ForAsync(Center.Sue)).Naming);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task Nobody_approves_their_own_proposal_nor_another_than_they_looked_at_and_machines_do_neither()
    {
        await using Center center = await Center.OpenAsync();
        Actor robot = Center.Abe with { Id = new("robot"), IsMachine = true };
        string first = (await center.Disclosure.ProposeAsync(Center.Ada, Council(Naming.Hidden))).Proposal!.Id;
        string second = (await center.Disclosure.ProposeAsync(Center.Ada, Council(Naming.Pseudonym))).Proposal!.Id;
        async Task<string> CodeAsync(Func<Task> attempt) => Assert.Single((await Assert.ThrowsAsync<ValidationFailedException>(attempt)).Issues).Code;

        Assert.Equal(IssueCodes.DisclosureSamePerson, await CodeAsync(() => center.Disclosure.ApproveAsync(Center.Ada, second)));
        Assert.Equal(IssueCodes.DisclosureProposalGone, await CodeAsync(() => center.Disclosure.ApproveAsync(Center.Abe, first)));
        Assert.Equal(IssueCodes.DisclosureByMachine, await CodeAsync(() => center.Disclosure.ApproveAsync(robot, second)));
        Assert.Equal(IssueCodes.DisclosureByMachine, await CodeAsync(() => center.Disclosure.ProposeAsync(robot, new())));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Disclosure.ApproveAsync(Center.Mona, second));
        Assert.Equal("revision 0, and a proposal", (await center.Disclosure.GetAsync(Center.Ada)).ToString());

        await center.Disclosure.WithdrawAsync(Center.Ada, second);
        Assert.Equal(IssueCodes.DisclosureProposalGone, await CodeAsync(() => center.Disclosure.WithdrawAsync(Center.Ada, second)));
        Assert.Equal("revision 0", (await center.Disclosure.GetAsync(Center.Ada)).ToString());
        Assert.Equal(Naming.Named, (await center.Disclosure.ForAsync(Center.Sue)).Naming);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_agent_who_has_a_pseudonym_is_named_nowhere(string store)
    {
        await using Center center = await LivedAsync(store);
        await SetAsync(center, Council(Naming.Pseudonym));
        string pseudonym = center.Terms.Now.PrivacyKey!.Pseudonym(new("anna"));

        EvaluationDetails seen = await center.Evaluations.GetAsync(Center.Sue, Evaluation);
        EvaluationDetails own = await center.Evaluations.GetAsync(Center.Anna, Evaluation);

        Assert.Equal((Naming.Pseudonym, pseudonym), (seen.Naming, seen.Subject.Who!.Value.Value));
        Assert.DoesNotContain("anna", People(seen));
        Assert.Equal(3, People(seen).Count(person => person == pseudonym));
        Assert.Contains("eva", People(seen));
        Assert.NotNull(seen.Scorecard);
        Assert.Equal((Naming.Named, "anna"), (own.Naming, own.Subject.Who!.Value.Value));
        Assert.Equal(3, People(own).Count(person => person == "anna"));
    }

    [Fact]
    public async Task An_agent_who_is_hidden_is_nobody_and_without_a_key_there_are_no_pseudonyms()
    {
        await using Center center = await LivedAsync();
        await SetAsync(center, Council(Naming.Hidden));
        EvaluationDetails hidden = await center.Evaluations.GetAsync(Center.Sue, Evaluation);
        await SetAsync(center, Council(Naming.Pseudonym));
        center.Terms.Now = center.Terms.Now with { PrivacyKey = null };
        EvaluationDetails keyless = await center.Evaluations.GetAsync(Center.Sue, Evaluation);

        foreach (EvaluationDetails seen in new[] { hidden, keyless })
        {
            Assert.Equal((Naming.Hidden, Disclosure.Nobody), (seen.Naming, seen.Subject.Who!.Value.Value));
            Assert.DoesNotContain("anna", People(seen));
        }
    }

    [Fact]
    public async Task Scores_that_are_not_disclosed_go_with_all_that_gives_them_away_but_not_for_the_agent_and_whoever_scored()
    {
        await using Center center = await LivedAsync();
        await SetAsync(center, Council(Naming.Named, showsScores: false));

        EvaluationDetails seen = await center.Evaluations.GetAsync(Center.Sue, Evaluation);

        Assert.Equal((SightCodes.Undisclosed, false, EvaluationStatus.Disputed), (seen.Sight.Code, seen.Sight.CanView, seen.Status));
        Assert.Null(seen.Scorecard);
        Assert.Null(seen.Answers);
        Assert.Null(seen.Sight.Version);
        Assert.Empty(seen.Comments);
        Assert.Empty(seen.Disputes);
        Assert.Equal("scores of single agents are not disclosed", seen.Sight.ToText());
        Assert.NotNull((await center.Evaluations.GetAsync(Center.Anna, Evaluation)).Scorecard);
        Assert.NotNull((await center.Evaluations.GetAsync(Center.Eva, Evaluation)).Scorecard);
        Assert.Null(Assert.Single((await center.Evaluations.ListAsync(Center.Sue, EvaluationList.Team)).Evaluations).Score);
    }

    [Fact]
    public async Task After_some_months_a_score_is_part_of_aggregates_only_for_everybody()
    {
        await using Center center = await LivedAsync();
        await SetAsync(center, new() { AggregateAfterMonths = 2 });
        Assert.NotNull((await center.Evaluations.GetAsync(Center.Anna, Evaluation)).Scorecard);
        center.Time.Advance(TimeSpan.FromDays(70));

        foreach (Actor reader in new[] { Center.Sue, Center.Anna, Center.Eva, Center.Ada })
        {
            EvaluationDetails seen = await center.Evaluations.GetAsync(reader, Evaluation);
            Assert.Equal(SightCodes.Undisclosed, seen.Sight.Code);
            Assert.Null(seen.Scorecard);
        }

        EvaluationSummary own = Assert.Single((await center.Evaluations.ListAsync(Center.Anna, EvaluationList.Disputed)).Evaluations);
        Assert.Equal((null, EvaluationStatus.Disputed), (own.Score, own.Status));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Lists_show_agents_as_they_are_disclosed_and_no_page_gives_away_who_is_who(string store)
    {
        await using Center center = await LivedAsync(store);
        foreach ((string command, string agent) in new[] { ("a", "cleo"), ("b", "anna"), ("c", "bo"), ("d", "cleo") })
        {
            center.Time.Advance(TimeSpan.FromMinutes(1));
            await center.ReleasedAsync(Center.New(command, agent));
        }

        string[] named = await PagesAsync(center, EvaluationList.Team);
        await SetAsync(center, Council(Naming.Pseudonym));
        PrivacyKey key = center.Terms.Now.PrivacyKey!;
        string[] pseudonyms = await PagesAsync(center, EvaluationList.Team);
        string[] disputed = await PagesAsync(center, EvaluationList.TeamDisputes);

        Assert.Equal(4, named.Length);
        Assert.Equal(new[] { "anna", "cleo", "anna", "cleo" }.Select(agent => key.Pseudonym(new(agent))), pseudonyms);
        Assert.Equal([key.Pseudonym(new("anna"))], disputed);

        async Task<string[]> PagesAsync(Center from, EvaluationList list)
        {
            var subjects = new List<string>();
            string? next = null;
            do
            {
                EvaluationPage page = await from.Evaluations.ListAsync(Center.Sue, list, next, 1);
                subjects.AddRange(page.Evaluations.Select(one => one.Subject.Who!.Value.Value));
                next = page.Next;
                string token = next is null ? "" : System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(next));
                Assert.True((await from.Disclosure.ForAsync(Center.Sue)).Naming == Naming.Named || !(token.Contains("anna", StringComparison.Ordinal) || token.Contains("cleo", StringComparison.Ordinal)), token);
            }
            while (next is not null);
            return [.. subjects];
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Interactions_show_those_who_served_as_they_are_disclosed(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        center.Terms.Now = center.Terms.Now with { Attributes = AttributeSchema.Of([new() { Name = "owner", Kind = AttributeKind.Person }]).Value };
        Interaction call = Reported.Call() with { Attributes = AttributeSet.Empty.With("owner", AttributeValue.Of(new PersonId("anna"))) };
        call = call with { Segments = [call.Segments[0] with { Attributes = AttributeSet.Empty }] };
        await center.Interactions.ReportAsync(Center.Bot, call);
        Assert.Single(await center.Interactions.SearchAsync(Center.Sue, "owner", AttributeValue.Of(new PersonId("anna"))).ToListAsync());
        await SetAsync(center, Council(Naming.Pseudonym) with { Rules = [.. Council(Naming.Pseudonym).Rules, new() { Role = Roles.QualityManager.Key }] });

        Interaction seen = await center.Interactions.GetAsync(Center.Sue, new("call-1"));

        string pseudonym = center.Terms.Now.PrivacyKey!.Pseudonym(new("anna"));
        Assert.DoesNotContain("anna", InteractionJson.WriteText(seen), StringComparison.Ordinal);
        Assert.Equal(pseudonym, Assert.Single(seen.Agents).Value);
        Assert.Equal(AttributeValue.Of(new PersonId(pseudonym)), Assert.Single(seen.Attributes["owner"]));
        Assert.Empty(await center.Interactions.SearchAsync(Center.Sue, "owner", AttributeValue.Of(new PersonId("anna"))).ToListAsync());
        Assert.Single(await center.Interactions.SearchAsync(Center.Mona, "owner", AttributeValue.Of(new PersonId("anna"))).ToListAsync());
    }

    private static DisclosurePolicy Council(Naming naming, bool showsScores = true) => new()
    {
        Rules =
        [
            new() { Role = Roles.Supervisor.Key, Naming = naming, ShowsScores = showsScores, ShowsTrends = false },
            new() { Role = Roles.Evaluator.Key, ShowsScores = showsScores },
        ],
    };

    private static async Task SetAsync(Center center, DisclosurePolicy policy) =>
        await center.Disclosure.ApproveAsync(Center.Abe, (await center.Disclosure.ProposeAsync(Center.Ada, policy)).Proposal!.Id);

    // Everybody whom the details name, in all places.
    private static List<string> People(EvaluationDetails seen) =>
    [
        seen.Subject.Who!.Value.Value,
        .. new[] { seen.Assignment?.Evaluator, seen.Assignment?.By, seen.Sight.Version?.ScoredBy, seen.Sight.Version?.Acknowledgement?.By }.OfType<PersonId>().Select(person => person.Value),
        .. seen.Comments.Select(comment => comment.Author.Value),
        .. seen.Disputes.Select(dispute => dispute.RaisedBy.Value),
    ];

    // Released, commented on by the agent, disputed by the agent.
    private static async Task<Center> LivedAsync(string store = StoreNames.InMemory)
    {
        Center center = await Center.OpenAsync(store);
        await center.ReleasedAsync();
        await center.Evaluations.CommentAsync(Center.Anna, Evaluation, "Why?");
        await center.Evaluations.DisputeAsync(Center.Anna, Evaluation, "No.");
        return center;
    }
}
