using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Recordings;

/// <summary>What is opened is wrapped anew before all else, once, and nobody who opens it feels anything of it.</summary>
public sealed class RewrapOnAccessTests
{
    private const string Queued = "qualitykit.keys.waiting queued";
    private const string Dropped = "qualitykit.keys.waiting dropped";

    public static TheoryData<string> Stores => [StoreNames.InMemory, StoreNames.Sqlite];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_opened_is_wrapped_first_and_only_once(string store)
    {
        await using Vault vault = await Vault.OpenAsync(store, 12);
        RingKeyId old = await vault.RotateAsync();
        await vault.PlayAsync("rec-11", "rec-10", "rec-11", "rec-11");
        Assert.Empty(await vault.WrappedAsync());

        RewrapReport first = await vault.RunAsync();
        string[] then = await vault.WrappedAsync();
        RewrapReport second = await vault.RunAsync();
        RewrapReport third = await vault.RunAsync();

        Assert.Equal((10, true), (first.Rewrapped, first.HasMore));
        Assert.Equal(Names(8, "rec-10", "rec-11"), then);
        Assert.Equal((2, false), (second.Rewrapped, second.HasMore));
        Assert.Equal((0, false), (third.Rewrapped, third.HasMore));
        Assert.Equal(Names(12), await vault.WrappedAsync());
        Assert.Equal(["2", "8", "2"], await vault.PagesAsync(old));
        Assert.Equal((2, 0, 12), (vault.Meters[Queued], vault.Meters[Dropped], vault.Meters["qualitykit.keys.rewraps done"]));
        await vault.PlayAsync(Names(12));
        Assert.Equal(2, vault.Meters[Queued]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_exported_or_verified_on_demand_is_wrapped_first_and_what_is_verified_in_time_is_not(string store)
    {
        await using Vault vault = await Vault.OpenAsync(store, 12);
        await vault.RotateAsync();
        vault.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(12, (await vault.Recordings.ScrubAsync(Center.Ada, TimeSpan.FromHours(1))).Verified);
        Assert.Equal(0, vault.Meters[Queued]);

        await vault.Recordings.ExportAsync(Center.Ada, new("rec-10"), [ExportRecipient.Passphrase("correct horse battery")], new MemoryStream());
        Assert.True((await vault.Recordings.VerifyAsync(Center.Ada, new("rec-11"))).IsIntact);
        await vault.RunAsync();

        Assert.Equal(2, vault.Meters[Queued]);
        Assert.Equal(Names(8, "rec-10", "rec-11"), await vault.WrappedAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_full_queue_drops_and_the_background_finds_it_anyway(string store)
    {
        await using Vault vault = await Vault.OpenAsync(store, 12, keys => keys.MostWaitingRewraps = 1);
        await vault.RotateAsync();
        await vault.PlayAsync("rec-11", "rec-10", "rec-11");

        await vault.RunAsync();
        string[] first = await vault.WrappedAsync();
        await vault.PlayAsync("rec-10");
        await vault.RunAsync();

        Assert.Equal(Names(9, "rec-11"), first);
        Assert.Equal(Names(12), await vault.WrappedAsync());
        Assert.Equal((2, 1), (vault.Meters[Queued], vault.Meters[Dropped]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task A_queue_that_fails_fails_no_playback(int most)
    {
        await using Vault vault = await Vault.OpenAsync(StoreNames.InMemory, 2, keys => keys.MostWaitingRewraps = most);
        await vault.RotateAsync();
        vault.Meters.Throws = "qualitykit.keys.waiting";

        await vault.PlayAsync("rec-00", "rec-01");
        Assert.Equal(2, vault.Meters[Queued] + vault.Meters[Dropped]);

        Assert.Equal(2, (await vault.RunAsync()).Rewrapped);
        await vault.PlayAsync("rec-00", "rec-01");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Nothing_waits_where_it_is_switched_off_or_the_active_key_wraps_it_already(bool background, bool onAccess)
    {
        await using Vault vault = await Vault.OpenAsync(StoreNames.InMemory, 12, keys => (keys.Rewraps, keys.RewrapsOnAccess) = (background, onAccess));
        bool isOn = background && onAccess;
        await vault.PlayAsync("rec-11");
        Assert.Equal(0, vault.Meters[Queued]);
        await vault.RotateAsync();

        await vault.PlayAsync("rec-11");
        await vault.RunAsync();

        Assert.Equal(isOn ? 1 : 0, vault.Meters[Queued]);
        Assert.Equal(0, vault.Meters[Dropped]);
        string[] first = isOn ? Names(9, "rec-11") : background ? Names(10) : [];
        Assert.Equal(first, await vault.WrappedAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Rotated_twice_what_waits_is_wrapped_by_the_newest_key_and_told_of_by_the_key_that_wrapped_it(string store)
    {
        await using Vault vault = await Vault.OpenAsync(store, 12);
        RingKeyId first = await vault.RotateAsync();
        await vault.PlayAsync("rec-10", "rec-11");
        await vault.StoreAsync("rec-12");
        await vault.PlayAsync("rec-12");
        RingKeyId second = await vault.RotateAsync();
        await vault.PlayAsync("rec-12", "rec-11");

        await vault.RunAsync();
        string[] then = await vault.WrappedAsync();
        await vault.RunAsync();

        Assert.Equal(Names(7, "rec-10", "rec-11", "rec-12"), then);
        Assert.Equal(Names(13), await vault.WrappedAsync());
        Assert.Equal(["2", "7", "3"], await vault.PagesAsync(first));
        Assert.Equal(["1"], await vault.PagesAsync(second));
        Assert.Equal(3, vault.Meters[Queued]);
        await vault.PlayAsync(Names(13));
        Assert.Equal(KeyState.Retired, (await vault.Keys.RetireAsync(Center.Ada, first)).Find(first)!.State);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_only_a_compromised_key_wraps_is_refused_and_opens_after_the_next_run(string store)
    {
        await using Vault vault = await Vault.OpenAsync(store, 12);
        await vault.Keys.CompromiseAsync(Center.Ada, await vault.ActiveAsync());
        await vault.ActiveAsync();
        await Assert.ThrowsAsync<KeyUnavailableException>(() => vault.PlayAsync("rec-11"));

        await vault.RunAsync();

        Assert.Equal(Names(9, "rec-11"), await vault.WrappedAsync());
        await vault.PlayAsync("rec-11");
    }

    [Fact]
    public async Task What_was_taken_while_no_root_answers_is_left_to_the_background()
    {
        await using Vault vault = await Vault.OpenAsync(StoreNames.InMemory, 12);
        await vault.RotateAsync();
        await vault.PlayAsync("rec-11");

        vault.Root.IsOff = true;
        RewrapReport none = await vault.RunAsync();
        vault.Root.IsOff = false;
        await vault.PlayAsync("rec-10");
        RewrapReport some = await vault.RunAsync();
        string[] then = await vault.WrappedAsync();
        await vault.RunAsync();

        Assert.Equal((0, 10), (none.Rewrapped, some.Rewrapped));
        Assert.Equal(Names(9, "rec-10"), then);
        Assert.Equal(Names(12), await vault.WrappedAsync());
    }

    [Fact]
    public async Task What_was_damaged_or_deleted_while_it_waited_stops_no_other()
    {
        await using Vault vault = await Vault.OpenAsync(StoreNames.InMemory, 5);
        await vault.RotateAsync();
        await vault.PlayAsync("rec-01", "rec-02", "rec-03");
        await vault.DamageAsync("rec-01");
        await vault.Recordings.DeleteAsync(Center.Ada, new("rec-02"));

        RewrapReport report = await vault.RunAsync();

        Assert.Equal((3, false), (report.Rewrapped, report.HasMore));
        Assert.Equal(new RecordingId("rec-01"), Assert.Single(report.Refused));
        Assert.Equal(["rec-00", "rec-03", "rec-04"], await vault.WrappedAsync());
    }

    private static string[] Names(int count, params string[] more) => [.. Enumerable.Range(0, count).Select(number => $"rec-{number:00}"), .. more];
}
