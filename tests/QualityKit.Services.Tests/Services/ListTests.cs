using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Services.Tests.Stores;

namespace QualityKit.Services.Tests.Services;

public sealed class ListTests : IClassFixture<Databases>
{
    private static readonly Actor Outsider = Center.Actor("otto", new Role { Key = "nobody" });

    public static TheoryData<string, EvaluationList> Lists
    {
        get
        {
            var data = new TheoryData<string, EvaluationList>();
            foreach (string store in StoreNames.All)
            {
                foreach (EvaluationList list in Enum.GetValues<EvaluationList>())
                {
                    data.Add(store, list);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_list_shows_what_it_says_to_whom_it_is_for(string store, EvaluationList list)
    {
        await using Center center = await FilledAsync(store);

        Assert.Equal(Expected(list), await NamesAsync(center, Reader(list), list));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_list_is_empty_in_another_tenant_without_a_role_and_for_another_team(string store, EvaluationList list)
    {
        await using Center center = await FilledAsync(store);
        Actor reader = Reader(list);

        Assert.Empty(await NamesAsync(center, reader with { Tenant = new("globex") }, list));
        Assert.Empty(await NamesAsync(center, reader with { Roles = [] }, list));
        Assert.Empty(await NamesAsync(center, Outsider with { Teams = reader.Teams }, list));
        Assert.Empty(list is EvaluationList.Team or EvaluationList.TeamDisputes ? await NamesAsync(center, reader with { Teams = [new("nobody")] }, list) : []);
        Assert.DoesNotContain("of anna", string.Join(' ', await NamesAsync(center, Center.Bo, list)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Pages_of_one_come_to_the_same_list(string store, EvaluationList list)
    {
        await using Center center = await FilledAsync(store);
        var names = new List<string>();
        string? next = null;
        do
        {
            EvaluationPage page = await center.Evaluations.ListAsync(Reader(list), list, next, take: 1);
            names.AddRange(page.Evaluations.Select(Name));
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(Expected(list), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_expires_leaves_the_lists_of_work_without_a_sweep()
    {
        await using Center center = await Center.OpenAsync();
        await center.CreateAsync(Center.New() with { Deadlines = new() { ExpiresAt = center.Time.GetUtcNow().AddDays(1) } });

        Assert.Single((await center.Evaluations.ListAsync(Center.Eva, EvaluationList.Assigned)).Evaluations);
        center.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await center.Evaluations.ListAsync(Center.Eva, EvaluationList.Assigned)).Evaluations);
    }

    [Fact]
    public async Task What_is_planned_to_be_released_comes_into_the_list_of_the_agent_when_it_is_time()
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId call = await center.SubmittedAsync();
        await center.Evaluations.ReleaseAsync(Center.Eva, call, ReleaseTime.At(center.Time.GetUtcNow().AddHours(3)));

        Assert.Empty((await center.Evaluations.ListAsync(Center.Anna, EvaluationList.Released)).Evaluations);
        center.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(call, Assert.Single((await center.Evaluations.ListAsync(Center.Anna, EvaluationList.Released)).Evaluations).Id);
        Assert.Equal(call, Assert.Single((await center.Evaluations.ListAsync(Center.Anna, EvaluationList.ToAcknowledge)).Evaluations).Id);
    }

    [Fact]
    public async Task A_team_of_more_people_than_a_query_takes_is_listed_whole()
    {
        await using Center center = await Center.OpenAsync();
        FormVersionId form = (await center.PublishAsync()).Id;
        foreach (int number in Enumerable.Range(0, 230))
        {
            center.People.Add(Center.Tenant, new Person { Id = new($"agent-{number:d3}"), Units = UnitTimeline.Of([new() { From = DateTimeOffset.UnixEpoch, Unit = new() { Team = Center.North } }]).Value });
            await center.Evaluations.CreateAsync(Center.Paul, form, Center.New($"create-{number}", $"agent-{number:d3}"));
        }

        var seen = new List<EvaluationId>();
        for (string? next = ""; next is not null;)
        {
            EvaluationPage page = await center.Evaluations.ListAsync(Center.Sue, EvaluationList.Team, next.Length == 0 ? null : next, take: 64);
            seen.AddRange(page.Evaluations.Select(one => one.Id));
            next = page.Next;
        }

        Assert.Equal(230, seen.Distinct().Count());
        Assert.Equal(230, seen.Count);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("e30")]
    [InlineData("!")]
    public async Task Something_else_than_the_end_of_a_page_is_refused(string next)
    {
        await using Center center = await Center.OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => center.Evaluations.ListAsync(Center.Ada, EvaluationList.All, next));
    }

    // Anna's are in Sue's team, Bo's in Sam's.
    private static async Task<Center> FilledAsync(string store)
    {
        Center center = await Center.OpenAsync(store);
        FormVersionId form = (await center.PublishAsync()).Id;
        DateTimeOffset due = center.Time.GetUtcNow().AddHours(1);
        async Task<EvaluationId> Create(string name, string agent = "anna", string? evaluator = "eva", DateTimeOffset? at = null) =>
            await center.Evaluations.CreateAsync(Center.Paul, form, Center.New(name, agent, evaluator, name) with { Deadlines = new() { DueAt = at } });
        async Task<EvaluationId> Submitted(string name, string agent = "anna")
        {
            EvaluationId evaluation = await Create(name, agent);
            await center.Evaluations.SubmitAsync(Center.Eva, evaluation, Center.Bad);
            return evaluation;
        }

        async Task<EvaluationId> Released(string name, string agent = "anna")
        {
            EvaluationId evaluation = await Submitted(name, agent);
            await center.Evaluations.ReleaseAsync(Center.Eva, evaluation);
            return evaluation;
        }

        await Create("assigned");
        await Create("overdue", at: due);
        await Create("unclaimed", evaluator: null);
        await center.Evaluations.StartAsync(Center.Eva, await Create("started"));
        await Submitted("finished");
        await Released("released");
        await center.Evaluations.AcknowledgeAsync(Center.Anna, await Released("acknowledged"));
        await center.Evaluations.DisputeAsync(Center.Anna, await Released("disputed"), "No.");
        await center.Evaluations.DisputeAsync(Center.Bo, await Released("south", "bo"), "No.");
        await center.Evaluations.DeleteAsync(Center.Mona, await Submitted("deleted"), "asked");
        center.Time.Advance(TimeSpan.FromHours(2));
        return center;
    }

    private static Actor Reader(EvaluationList list) => list switch
    {
        <= EvaluationList.Unclaimed => Center.Eva,
        EvaluationList.ToReview => Center.Rita,
        <= EvaluationList.Disputed => Center.Anna,
        <= EvaluationList.TeamDisputes => Center.Sue,
        _ => Center.Ada,
    };

    private static List<string> Expected(EvaluationList list)
    {
        string[] ofAnna = ["acknowledged", "assigned", "disputed", "finished", "overdue", "released", "started", "unclaimed"];
        string[] names = list switch
        {
            EvaluationList.Assigned => ["assigned", "overdue"],
            EvaluationList.InProgress => ["started"],
            EvaluationList.Overdue => ["overdue"],
            EvaluationList.Completed => ["acknowledged", "disputed", "finished", "released", "south of bo"],
            EvaluationList.Unclaimed => ["unclaimed"],
            EvaluationList.ToReview => ["disputed", "south of bo"],
            EvaluationList.Released => ["acknowledged", "disputed", "released"],
            EvaluationList.ToAcknowledge => ["released"],
            EvaluationList.Disputed or EvaluationList.TeamDisputes => ["disputed"],
            EvaluationList.Team => ofAnna,
            _ => [.. ofAnna, "south of bo"],
        };
        return [.. names.Select(name => name.Contains(' ', StringComparison.Ordinal) ? name : $"{name} of anna").Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> NamesAsync(Center center, Actor actor, EvaluationList list) =>
        [.. (await center.Evaluations.ListAsync(actor, list)).Evaluations.Select(Name).Order(StringComparer.Ordinal)];

    private static string Name(EvaluationSummary summary) => $"{summary.Interaction} of {summary.Subject.Who}";
}
