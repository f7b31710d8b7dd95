using QualityKit.Access;
using QualityKit.Interactions;
using QualityKit.Retention;
using QualityKit.Services.Tests.Stores;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Services.Tests.Services;

public sealed class InteractionServiceTests : IClassFixture<Databases>
{
    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_reported_is_read_back_whole_and_found_by_any_attribute(string store)
    {
        await using Center center = await Center.OpenAsync(store);

        InteractionReceipt receipt = await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(90));
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("call-2", tier: "silver"), []);
        Interaction read = await center.Interactions.GetAsync(Center.Mona, new("call-1"));

        Assert.Equal(InteractionJson.WriteText(Reported.Call()), InteractionJson.WriteText(read));
        Assert.Equal(Reported.Start.AddMinutes(10).AddDays(90), receipt.Decision.Due);
        Assert.Equal(["call-1"], await IdsAsync(center, "tier", AttributeValue.Of("gold")));
        Assert.Equal(["call-1", "call-2"], await IdsAsync(center, "amount", AttributeValue.Of(12.5m)));
        Assert.Equal(["call-1", "call-2"], await IdsAsync(center, "phone", AttributeValue.Of("+45 12 34 56 78")));
        Assert.Equal(["call-1", "call-2"], await IdsAsync(center, "note", AttributeValue.Of("allergic to nuts")));
        Assert.Empty(await IdsAsync(center, "tier", AttributeValue.Of("bronze")));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task The_same_again_stores_nothing()
    {
        await using Center center = await Center.OpenAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(90));
        List<string> before = await center.ContentAsync();

        InteractionReceipt again = await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(90));
        InteractionReceipt facts = await center.Interactions.ReportAsync(Center.Bot, Reported.Call());

        Assert.False(again.HasChanged || facts.HasChanged);
        Assert.Equal(before, await center.ContentAsync());
        Assert.True((await center.Interactions.ReportAsync(Center.Bot, Reported.Call(tier: "silver"))).HasChanged);
        Assert.Equal(Reported.Start.AddMinutes(10).AddDays(90), (await center.Interactions.ReportAsync(Center.Bot, Reported.Call(tier: "silver"))).Decision.Due);
    }

    [Fact]
    public async Task What_is_personal_is_stored_apart_and_in_no_index()
    {
        await using Center center = await Center.OpenAsync();

        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());

        string[] personal = [.. (await center.ContentAsync()).Where(line => line.Contains("12 34", StringComparison.Ordinal) || line.Contains("nuts", StringComparison.Ordinal))];
        Assert.StartsWith("interaction-contents/call-1", Assert.Single(personal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lasts_is_never_due()
    {
        await using Center center = await Center.OpenAsync();

        InteractionReceipt lasting = await center.Interactions.ReportAsync(Center.Bot, Reported.Call() with { EndedAt = null }, Reported.Keep(1));
        InteractionReceipt over = await center.Interactions.ReportAsync(Center.Bot, Reported.Call());

        Assert.Null(lasting.Decision.Due);
        Assert.Equal(Reported.Start.AddMinutes(10).AddDays(1), over.Decision.Due);
    }

    [Fact]
    public async Task Whoever_may_not_see_an_interaction_neither_reads_nor_finds_it()
    {
        await using Center center = await Center.OpenAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());

        Assert.Equal(new InteractionId("call-1"), (await center.Interactions.GetAsync(Center.Sue, new("call-1"))).Id);
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Interactions.GetAsync(Center.Sam, new("call-1")));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Interactions.ReportAsync(Center.Mona, Reported.Call()));
        Assert.Empty(await IdsAsync(center, "tier", AttributeValue.Of("gold"), Center.Sam));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Interactions.GetAsync(Center.Mona, new("call-9")));
    }

    [Fact]
    public async Task What_is_wrong_is_refused_with_every_issue()
    {
        await using Center center = await Center.OpenAsync();

        var refused = await Assert.ThrowsAsync<ValidationFailedException>(() => center.Interactions.ReportAsync(Center.Bot, Reported.Call() with { Tags = ["", ""] }));
        var unknown = await Assert.ThrowsAsync<ValidationFailedException>(() => IdsAsync(center, "colour", AttributeValue.Of("red")));

        Assert.Equal(2, refused.Issues.Length);
        Assert.Equal(IssueCodes.UnknownAttribute, Assert.Single(unknown.Issues).Code);
    }

    [Fact]
    public async Task Without_a_key_nothing_personal_is_searched()
    {
        await using Center center = await Center.OpenAsync();
        center.Terms.Now = center.Terms.Now with { PrivacyKey = null };
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());

        await Assert.ThrowsAsync<InvalidOperationException>(() => IdsAsync(center, "phone", AttributeValue.Of("+45")));
    }

    [Fact]
    public async Task Orphans_are_listed()
    {
        await using Center center = await Center.OpenAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call() with { Links = [new() { Id = "r-1", Media = MediaType.Voice }] });

        MediaReconciliation found = await center.Interactions.ReconcileAsync(Center.Bot, [new() { Id = "r-2", Interaction = new InteractionId("gone") }]);

        Assert.Equal("r-2", Assert.Single(found.Orphans).Id);
        Assert.Equal(["r-1"], Assert.Single(found.Missing).Ids.ToArray());
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Interactions.ReconcileAsync(Center.Sue, []));
    }

    [Fact]
    public async Task A_command_of_somebody_else_is_refused()
    {
        await using Center center = await Center.OpenAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(1), new("c-1"));

        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(tier: "silver"), [], new("c-1"));
        Assert.Empty(await IdsAsync(center, "tier", AttributeValue.Of("silver")));
        await Assert.ThrowsAsync<ArgumentException>(() => center.Interactions.ReportAsync(Center.Ada, Reported.Call(), Reported.Keep(1), new("c-1")));
        await Assert.ThrowsAsync<ArgumentException>(() => center.Interactions.ReportAsync(Center.Bot, Reported.Call("call-2"), Reported.Keep(1), new("c-1")));
    }

    [Fact]
    public async Task An_error_of_a_policy_keeps_it()
    {
        await using Center center = await Center.OpenAsync();
        center.Terms.Now = center.Terms.Now with { Maximum = RetentionPeriod.Days(1) };

        InteractionReceipt receipt = await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), [new() { Policy = "broken", Error = "form-gone" }]);

        Assert.Null(receipt.Decision.Due);
        Assert.Single(receipt.Decision.Errors);
    }

    private static async Task<string[]> IdsAsync(Center center, string attribute, AttributeValue value, QualityKit.People.Actor? actor = null)
    {
        var ids = new List<string>();
        await foreach (Interaction found in center.Interactions.SearchAsync(actor ?? Center.Mona, attribute, value))
        {
            ids.Add(found.Id.Value);
        }

        return [.. ids.Order(StringComparer.Ordinal)];
    }
}
