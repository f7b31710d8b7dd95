using System.Collections.Concurrent;
using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services.Tests.Services;

public sealed class RetentionServiceTests : IClassFixture<Databases>
{
    private static readonly LegalHold Gold = new()
    {
        Id = new("h-1"),
        Reason = "case 17",
        Owner = new("legal"),
        PlacedAt = Reported.Start,
        Query = new AttributePredicate.All
        {
            Of =
            [
                new AttributePredicate.IsOneOf { Attribute = "tier", Values = [AttributeValue.Of("gold")] },
                new AttributePredicate.Not { Of = new AttributePredicate.IsBetween { Attribute = "amount", Least = AttributeValue.Of(100), Most = AttributeValue.Of(200) } },
                new AttributePredicate.Any { Of = [new AttributePredicate.IsSet { Attribute = "phone" }] },
            ],
        },
    };

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_due_waits_72_hours_and_is_deleted_with_all_that_belongs_to_it(string store)
    {
        await using Center center = await DueAsync(store);

        SweepReport first = await center.Retention.SweepAsync(Center.Bot);
        center.Time.Advance(TimeSpan.FromHours(71));
        SweepReport early = await center.Retention.SweepAsync(Center.Bot);
        center.Time.Advance(TimeSpan.FromHours(1));
        SweepReport second = await center.Retention.SweepAsync(Center.Bot);

        Assert.Equal(["call-1"], Ids(first.Marked));
        Assert.Empty(early.Marked.Concat(early.Deleted));
        Assert.Equal(["call-1"], Ids(second.Deleted));
        Assert.Equal([new InteractionId("call-1")], center.Target.Deleted);
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Interactions.GetAsync(Center.Mona, new("call-1")));
        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("12 34", StringComparison.Ordinal));
        Assert.Empty((await center.Retention.SweepAsync(Center.Bot)).Deleted);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_held_is_skipped_until_it_is_released(string store)
    {
        await using Center center = await DueAsync(store);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("call-2", tier: "silver"), Reported.Keep(1));

        HoldPlacement placed = await center.Holds.PlaceAsync(Center.Ada, Gold);
        SweepReport held = await SweepTwiceAsync(center);
        await center.Holds.ReleaseAsync(Center.Ada, Gold.Id);
        SweepReport released = await SweepTwiceAsync(center);

        Assert.Equal([new("call-1")], placed.Held.ToArray());
        Assert.Equal(1, placed.Register.Revision);
        Assert.Equal(["call-1", "call-2"], Ids(held.Held).Concat(Ids(held.Deleted)));
        Assert.Equal(["call-1"], Ids(released.Deleted));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task A_hold_that_matched_once_sticks_whatever_is_edited()
    {
        await using Center center = await DueAsync();
        await center.Holds.PlaceAsync(Center.Ada, Gold);

        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(tier: "silver"));

        Assert.Equal(["call-1"], Ids((await SweepTwiceAsync(center)).Held));
        Assert.Equal(Gold.Query, (await center.Holds.ListAsync(Center.Ada)).Holds[0].Query);
    }

    [Fact]
    public async Task A_hold_that_is_placed_while_a_sweep_deletes_wins()
    {
        await using Center center = await DueAsync();
        await center.Retention.SweepAsync(Center.Bot);
        center.Time.Advance(TimeSpan.FromHours(72));
        center.Target.Meanwhile = async () => await center.Holds.PlaceAsync(Center.Ada, Gold, new("place"));

        SweepReport report = await center.Retention.SweepAsync(Center.Bot);

        Assert.Equal(["call-1"], Ids(report.Left));
        Assert.Empty(report.Deleted);
        Assert.NotNull(await center.Interactions.GetAsync(Center.Mona, new("call-1")));
        Assert.Equal(["call-1"], Ids((await center.Retention.SweepAsync(Center.Bot)).Held));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_evaluation_that_is_created_while_a_sweep_deletes_keeps_the_interaction_and_its_recordings(string store)
    {
        await using Center center = await DueAsync(store);
        await SweepOnceMarkedAsync(center);
        center.Target.Store = center.Documents;
        center.Target.Meanwhile = () => center.CreateAsync(Center.New(interaction: "call-1"));

        SweepReport report = await center.Retention.SweepAsync(Center.Bot);
        SweepReport next = await center.Retention.SweepAsync(Center.Bot);

        Assert.Equal(["call-1"], Ids(report.Left));
        Assert.Empty(report.Deleted.Concat(next.Deleted));
        Assert.Empty(center.Target.Deleted);
        Assert.Equal(["call-1"], Ids(next.Unmarked));
        Assert.NotNull(await center.Interactions.GetAsync(Center.Mona, new("call-1")));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_evaluation_that_is_created_before_a_sweep_comes_to_transcripts_keeps_them(string store)
    {
        await using Center center = await DueAsync(store);
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        await SweepOnceMarkedAsync(center);
        center.Target.Meanwhile = () => center.CreateAsync(Center.New(interaction: "call-1"));

        SweepReport report = await center.Retention.SweepAsync(Center.Bot);

        Assert.Equal(["call-1"], Ids(report.Left));
        Assert.Empty(center.LastTarget.Deleted);
        Assert.NotNull(await center.Transcripts.GetAsync(Center.Mona, new("call-1"), Spoken.Id));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_dispute_that_is_opened_when_the_targets_have_deleted_keeps_the_interaction(string store)
    {
        await using Center center = await DueAsync(store);
        EvaluationId evaluation = await center.ReleasedAsync(Center.New(interaction: "call-1"));
        await SweepOnceMarkedAsync(center);
        center.Target.Meanwhile = () => center.Evaluations.DisputeAsync(Center.Anna, evaluation, "No.");

        SweepReport report = await center.Retention.SweepAsync(Center.Bot);

        Assert.Equal(["call-1"], Ids(report.Left));
        Assert.NotNull(await center.Interactions.GetAsync(Center.Mona, new("call-1")));
        Assert.Equal(["call-1"], Ids((await center.Retention.SweepAsync(Center.Bot)).Unmarked));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task However_evaluations_and_sweeps_race_nothing_that_is_evaluated_is_deleted(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        FormVersionId form = (await center.PublishAsync()).Id;
        string[] calls = [.. Enumerable.Range(0, 12).Select(number => $"call-{number}")];
        foreach (string call in calls)
        {
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call(call), Reported.Keep(1));
        }

        await SweepOnceMarkedAsync(center);
        var created = new ConcurrentBag<string>();
        Task creating = Task.Run(async () =>
        {
            foreach (string call in calls.Reverse())
            {
                await center.Evaluations.CreateAsync(Center.Paul, form, Center.New($"create {call}", interaction: call));
                if (await center.Interactions.FindAsync(Center.Tenant, new(call), CancellationToken.None) is not null)
                {
                    created.Add(call);
                }
            }
        });
        SweepReport report = await center.Retention.SweepAsync(Center.Bot);
        await creating;
        SweepReport after = await center.Retention.SweepAsync(Center.Bot);

        // Whoever created an evaluation and found the interaction then has it still.
        Assert.Empty(Ids(report.Deleted).Concat(Ids(after.Deleted)).Intersect(created));
        Assert.All(created, call => Assert.NotNull(center.Interactions.FindAsync(Center.Tenant, new(call), CancellationToken.None).AsTask().Result));
    }

    [Fact]
    public async Task A_target_that_sees_another_register_deletes_nothing()
    {
        await using Center center = await DueAsync();
        center.Target.Answer = DeletionOutcome.GroundsChanged;

        Assert.Equal(["call-1"], Ids((await SweepTwiceAsync(center)).Left));
        Assert.NotNull(await center.Interactions.GetAsync(Center.Mona, new("call-1")));
    }

    [Fact]
    public async Task Placing_says_what_had_been_deleted_before()
    {
        await using Center center = await DueAsync();
        await SweepTwiceAsync(center);

        HoldPlacement placed = await center.Holds.PlaceAsync(Center.Ada, Gold with { Query = null, Interactions = [new("call-1"), new("call-9")] });

        Assert.Equal([new("call-1")], placed.AlreadyShredded.ToArray());
        Assert.Equal([new("call-9")], placed.Unknown.ToArray());
        Assert.Empty(placed.Held);
    }

    [Fact]
    public async Task What_was_deleted_never_comes_back()
    {
        await using Center center = await DueAsync();
        await SweepTwiceAsync(center);

        var refused = await Assert.ThrowsAsync<ValidationFailedException>(() => center.Interactions.ReportAsync(Center.Bot, Reported.Call()));

        Assert.Equal(IssueCodes.InteractionDeleted, Assert.Single(refused.Issues).Code);
    }

    [Fact]
    public async Task More_than_the_limit_pauses_until_a_person_confirms()
    {
        await using Center center = await DueAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("call-2"), Reported.Keep(1));
        center.Terms.Now = center.Terms.Now with { SweepLimit = 0.01m };

        SweepReport paused = await SweepTwiceAsync(center);
        SweepReport confirmed = await center.Retention.SweepAsync(Center.Bot, isConfirmed: true);

        Assert.Equal((SweepPause.OverLimit, 2, 0), (paused.Pause, paused.Ready, paused.Deleted.Length));
        Assert.Equal(2, confirmed.Deleted.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(365)]
    [InlineData(-1)]
    public async Task A_clock_that_is_off_deletes_nothing(int days)
    {
        await using Center center = await DueAsync();
        await SweepOnceMarkedAsync(center);
        SealProgress sealing = SealProgress.Start(center.Time.GetUtcNow().AddDays(-days)) with { Number = 1 };
        await center.Documents.CommitAsync(sealing.StoreIn(DocumentBatch.For(Center.Tenant, new("seal"))), CancellationToken.None);

        SweepReport report = await center.Retention.SweepAsync(Center.Bot);

        Assert.Equal((SweepPause.ClockOff, 0), (report.Pause, report.Deleted.Length));
    }

    [Fact]
    public async Task Whoever_revokes_gains_72_hours()
    {
        await using Center center = await DueAsync();
        await SweepOnceMarkedAsync(center);
        await center.Retention.RevokeAsync(Center.Bot, new("call-1"));

        Assert.Equal(["call-1"], Ids((await center.Retention.SweepAsync(Center.Bot)).Marked));
        Assert.Empty((await center.Retention.SweepAsync(Center.Bot)).Deleted);
    }

    [Fact]
    public async Task What_a_later_fact_keeps_longer_loses_its_mark()
    {
        await using Center center = await DueAsync();
        await SweepOnceMarkedAsync(center);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(900));

        SweepReport report = await center.Retention.SweepAsync(Center.Bot);

        Assert.Empty(report.Deleted.Concat(report.Marked).Concat(report.Held));
    }

    [Fact]
    public async Task Terms_that_keep_longer_take_the_mark_away()
    {
        await using Center center = await DueAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("call-2"), []);
        center.Terms.Now = center.Terms.Now with { Maximum = RetentionPeriod.Days(1) };
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("call-2"), []);
        await center.Retention.SweepAsync(Center.Bot);
        center.Terms.Now = center.Terms.Now with { Maximum = RetentionPeriod.ForEver };

        Assert.Equal(["call-2"], Ids((await center.Retention.SweepAsync(Center.Bot)).Unmarked));
    }

    [Fact]
    public async Task An_open_evaluation_keeps_its_interaction_but_not_without_end()
    {
        await using Center center = await DueAsync();
        EvaluationId evaluation = await center.CreateAsync(Center.New(interaction: "call-1"));

        SweepReport open = await SweepTwiceAsync(center);
        await center.Evaluations.SubmitAsync(Center.Eva, evaluation, Center.Bad);
        SweepReport submitted = await SweepTwiceAsync(center);

        Assert.Empty(open.Marked.Concat(open.Deleted));
        Assert.Equal(["call-1"], Ids(submitted.Deleted));
    }

    [Fact]
    public async Task Open_work_ends_keeping_after_its_bound()
    {
        await using Center center = await DueAsync();
        await center.CreateAsync(Center.New(interaction: "call-1"));
        center.Time.Advance(TimeSpan.FromDays(90));
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("call-2") with { StartedAt = center.Time.GetUtcNow(), EndedAt = null, Segments = [] });

        Assert.Equal(["call-1"], Ids((await SweepTwiceAsync(center)).Deleted));
    }

    [Fact]
    public async Task A_person_deletes_what_no_hold_keeps()
    {
        await using Center center = await DueAsync();
        await center.Holds.PlaceAsync(Center.Ada, Gold);

        var refused = await Assert.ThrowsAsync<ValidationFailedException>(() => center.Retention.DeleteAsync(Center.Ada, new("call-1")));
        await center.Holds.ReleaseAsync(Center.Ada, Gold.Id);
        await center.Retention.DeleteAsync(Center.Ada, new("call-1"), new("delete"));
        await center.Retention.DeleteAsync(Center.Ada, new("call-1"), new("delete"));

        Assert.Equal(IssueCodes.InteractionHeld, Assert.Single(refused.Issues).Code);
        Assert.Single(center.Target.Deleted);
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Interactions.GetAsync(Center.Mona, new("call-1")));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Retention.DeleteAsync(Center.Ada, new("call-9")));
    }

    [Fact]
    public async Task Only_those_with_the_right_hold_and_delete()
    {
        await using Center center = await DueAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Holds.PlaceAsync(Center.Mona, Gold));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Holds.ReleaseAsync(Center.Bot, Gold.Id));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Holds.ListAsync(Center.Sue));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Retention.SweepAsync(Center.Mona));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Retention.DeleteAsync(Center.Mona, new("call-1")));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Retention.RevokeAsync(Center.Mona, new("call-1")));
    }

    [Fact]
    public async Task Another_hold_of_the_same_id_is_refused_and_the_same_one_is_placed_once()
    {
        await using Center center = await DueAsync();
        await center.Holds.PlaceAsync(Center.Ada, Gold, new("c-1"));

        HoldPlacement again = await center.Holds.PlaceAsync(Center.Ada, Gold, new("c-2"));

        Assert.Equal((1, 1), ((int)again.Register.Revision, again.Held.Length));
        await Assert.ThrowsAsync<ArgumentException>(() => center.Holds.PlaceAsync(Center.Ada, Gold with { Reason = "another" }));
        await Assert.ThrowsAsync<ValidationFailedException>(() => center.Holds.PlaceAsync(Center.Ada, Gold with { Id = new("h-2"), Query = null }));
    }

    private static async Task<Center> DueAsync(string store = StoreNames.InMemory)
    {
        Center center = await Center.OpenAsync(store);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(1));
        return center;
    }

    private static async Task SweepOnceMarkedAsync(Center center)
    {
        await center.Retention.SweepAsync(Center.Bot);
        center.Time.Advance(TimeSpan.FromHours(72));
    }

    private static async Task<SweepReport> SweepTwiceAsync(Center center)
    {
        await SweepOnceMarkedAsync(center);
        return await center.Retention.SweepAsync(Center.Bot);
    }

    private static string[] Ids(System.Collections.Immutable.ImmutableArray<InteractionId> ids) => [.. ids.Select(id => id.Value).Order(StringComparer.Ordinal)];
}
