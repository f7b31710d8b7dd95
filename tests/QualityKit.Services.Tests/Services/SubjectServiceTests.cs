using System.Text;
using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.Privacy;
using QualityKit.Services.Tests.Stores;

namespace QualityKit.Services.Tests.Services;

public sealed class SubjectServiceTests : IClassFixture<Databases>
{
    private static readonly DataSubject Customer = new DataSubject.Customer { Attribute = "phone", Value = AttributeValue.Of("+45 12 34 56 78") };
    private static readonly DataSubject Anna = new DataSubject.Agent { Person = new("anna") };

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_customer_is_erased_and_the_interaction_stays(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(90));

        SubjectPlan plan = await center.Subjects.PlanAsync(Center.Ada, Customer, SubjectRequestKind.Erase);
        SubjectReceipt receipt = await center.Subjects.EraseAsync(Center.Ada, Customer, new("request-1"));

        Assert.Equal("call-1", Assert.Single(plan.Steps).Item.Id);
        Assert.True(receipt.IsComplete);
        Assert.Equal("call-1", Assert.Single(receipt.Erased).Id);
        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("12 34", StringComparison.Ordinal) || line.Contains("nuts", StringComparison.Ordinal) || line.Contains("by-customer", StringComparison.Ordinal));
        Interaction left = await center.Interactions.GetAsync(Center.Mona, new("call-1"));
        Assert.Equal(["amount", "tier"], left.Attributes.Names);
        Assert.Empty((await center.Subjects.PlanAsync(Center.Ada, Customer, SubjectRequestKind.Erase)).Steps);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task What_was_erased_does_not_come_back_with_a_later_report()
    {
        await using Center center = await Center.OpenAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(90));
        await center.Subjects.EraseAsync(Center.Ada, Customer);

        InteractionReceipt same = await center.Interactions.ReportAsync(Center.Bot, Reported.Call());
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(tier: "silver"));

        Assert.False(same.HasChanged);
        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("12 34", StringComparison.Ordinal) || line.Contains("nuts", StringComparison.Ordinal));
        Assert.Equal(["amount", "tier"], (await center.Interactions.GetAsync(Center.Mona, new("call-1"))).Attributes.Names);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_agent_is_erased_and_the_scores_still_count(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        EvaluationId evaluation = await center.ReleasedAsync();
        await center.Evaluations.CommentAsync(Center.Eva, evaluation, "Seems unhappy.", CommentAudience.Evaluators);

        List<SubjectCopy> copies = await CopiesAsync(center, Anna);
        SubjectReceipt receipt = await center.Subjects.EraseAsync(Center.Ada, Anna);

        Assert.Contains("Seems unhappy.", Encoding.UTF8.GetString(Assert.Single(copies).Json.Span), StringComparison.Ordinal);
        Assert.True(receipt.IsComplete);
        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("Seems unhappy.", StringComparison.Ordinal) || line.Contains("Too short.", StringComparison.Ordinal));
        Assert.NotNull((await center.Evaluations.GetAsync(Center.Mona, evaluation)).Scorecard);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task A_hold_and_open_work_block_and_say_so()
    {
        await using Center center = await Center.OpenAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(90));
        EvaluationId evaluation = await center.ReleasedAsync();
        await center.Evaluations.DisputeAsync(Center.Anna, evaluation, "No.");
        await center.Holds.PlaceAsync(Center.Ada, new() { Id = new("h-1"), Reason = "case", Owner = new("legal"), PlacedAt = Reported.Start, Interactions = [new("call-1")] });

        SubjectReceipt customer = await center.Subjects.EraseAsync(Center.Ada, Customer);
        SubjectReceipt agent = await center.Subjects.EraseAsync(Center.Ada, Anna);

        Assert.Equal("hold h-1", Assert.Single(Assert.Single(customer.Blocked).Blocks).By);
        Assert.Equal($"dispute of evaluation {evaluation}", Assert.Single(Assert.Single(agent.Blocked).Blocks).By);
        Assert.Empty(customer.Erased.Concat(agent.Erased));
        Assert.False(customer.IsComplete || agent.IsComplete);
        Assert.Single(await CopiesAsync(center, Customer));
    }

    [Fact]
    public async Task Only_those_with_the_right_and_a_key_find_people()
    {
        await using Center center = await Center.OpenAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Subjects.PlanAsync(Center.Mona, Anna, SubjectRequestKind.Export));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Subjects.EraseAsync(Center.Mona, Anna));
        await Assert.ThrowsAsync<AccessDeniedException>(() => CopiesAsync(center, Anna, Center.Mona));
        center.Terms.Now = center.Terms.Now with { PrivacyKey = null };
        await Assert.ThrowsAsync<InvalidOperationException>(() => center.Subjects.PlanAsync(Center.Ada, Customer, SubjectRequestKind.Export));
        Assert.Equal("customer by phone", Customer.ToString());
    }

    private static async Task<List<SubjectCopy>> CopiesAsync(Center center, DataSubject subject, QualityKit.People.Actor? actor = null)
    {
        var copies = new List<SubjectCopy>();
        await foreach (SubjectCopy copy in center.Subjects.ExportAsync(actor ?? Center.Ada, subject))
        {
            copies.Add(copy);
        }

        return copies;
    }
}
