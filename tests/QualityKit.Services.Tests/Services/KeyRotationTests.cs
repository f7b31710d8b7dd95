using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;
using QualityKit.Testing.Time;

namespace QualityKit.Services.Tests.Services;

/// <summary>Keys that the background makes when they are due, and no sooner.</summary>
public sealed class KeyRotationTests : IClassFixture<Databases>
{
    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_is_made_when_it_is_due_and_activated_when_every_node_had_time_to_see_it(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        RingKeyId first = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;

        List<(double Day, int Keys, bool IsFirstActive)> seen = [];
        foreach (double days in new[] { 89.9, 0.2, 0.001, 0.007 })
        {
            center.Time.Advance(TimeSpan.FromDays(days));
            await Sealed.ClockIsRightAsync(center);
            await center.KeyRotation.RunOnceAsync(CancellationToken.None);
            await center.KeyRotation.RunOnceAsync(CancellationToken.None);
            KeyRingSummary ring = (await center.KeyRings.GetAsync(Center.Ada))!;
            seen.Add((days, ring.Keys.Length, ring.Active!.Id == first));
        }

        Assert.Equal([(89.9, 1, true), (0.2, 2, true), (0.001, 2, true), (0.007, 2, false)], seen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(100)]
    [InlineData(365)]
    [InlineData(-365)]
    public async Task A_node_whose_clock_is_wrong_makes_no_storm_of_keys(int days)
    {
        await using Center center = await Center.OpenAsync();
        await center.KeyRings.RotateAsync(Center.Ada, replaces: null);
        await Sealed.ClockIsRightAsync(center);
        var wrong = new ManualTimeProvider(center.Time.GetUtcNow().AddDays(days));
        var there = new KeyRotationService(center.Node(time: wrong));

        for (int hour = 0; hour < 48; hour++)
        {
            center.Time.Advance(TimeSpan.FromHours(1));
            wrong.Advance(TimeSpan.FromHours(1));
            await center.Sealing.ConfirmClockAsync(Center.Tenant, Center.Ada.Id, CancellationToken.None);
            await center.Sealing.RunOnceAsync(CancellationToken.None);
            await center.KeyRotation.RunOnceAsync(CancellationToken.None);
            await there.RunOnceAsync(CancellationToken.None);
        }

        Assert.Single((await center.KeyRings.GetAsync(Center.Ada))!.Keys);
    }

    [Fact]
    public async Task Where_nothing_is_sealed_nothing_is_rotated_and_the_host_is_told()
    {
        await using Center center = await Center.OpenAsync();
        await center.KeyRings.RotateAsync(Center.Ada, replaces: null);
        center.Time.Advance(TimeSpan.FromDays(91));

        await center.KeyRotation.RunOnceAsync(CancellationToken.None);

        Assert.Single((await center.KeyRings.GetAsync(Center.Ada))!.Keys);
        Assert.Equal([1605], center.Lines.All.Select(line => line.Id));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_root_that_was_added_or_was_away_wraps_every_key_later(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        KeyValuePair<string, IKeyWrapper> main = center.RootWrappers[0];
        var spare = new SwitchedWrapper(new InMemoryKeyWrapper()) { IsOff = true };
        KeyValuePair<string, IKeyWrapper>[] roots = [main, KeyValuePair.Create<string, IKeyWrapper>("spare", spare)];
        KeyTools node = center.Node(roots);
        using DataKey data = await Sealed.StoreAsync(node, "rec-1");
        string before = RootsOf((await center.KeyRings.GetAsync(Center.Ada))!);

        await new KeyRotationService(node).RunOnceAsync(CancellationToken.None);
        spare.IsOff = false;
        await new KeyRotationService(node).RunOnceAsync(CancellationToken.None);
        await new KeyRotationService(node).RunOnceAsync(CancellationToken.None);

        Assert.Equal(("main", "main, spare"), (before, RootsOf((await center.KeyRings.GetAsync(Center.Ada))!)));
        Assert.True(await Sealed.OpensAsync(center.Node(roots[1..]), "rec-1", data));
        Assert.Contains(1604, center.Lines.All.Select(line => line.Id));
    }

    [Fact]
    public async Task Two_nodes_that_look_after_a_tenant_at_once_make_one_key()
    {
        await using Center center = await Center.OpenAsync();
        await center.KeyRings.RotateAsync(Center.Ada, replaces: null);
        for (int round = 1; round <= 20; round++)
        {
            center.Time.Advance(TimeSpan.FromDays(91));
            await Sealed.ClockIsRightAsync(center);
            KeyRotationService[] nodes = [.. Enumerable.Range(0, 4).Select(_ => new KeyRotationService(center.Node()))];
            await Task.WhenAll(nodes.Select(node => Task.Run(() => node.RunOnceAsync(CancellationToken.None).AsTask())));
            center.Time.Advance(TimeSpan.FromMinutes(10));
            await Sealed.ClockIsRightAsync(center);
            await Task.WhenAll(nodes.Select(node => Task.Run(() => node.RunOnceAsync(CancellationToken.None).AsTask())));
            KeyRingSummary ring = (await center.KeyRings.GetAsync(Center.Ada))!;
            Assert.Equal((round + 1, ring.Keys[^1].Id), (ring.Keys.Length, ring.Active!.Id));
        }
    }

    [Fact]
    public async Task What_is_switched_off_or_has_no_root_does_nothing()
    {
        await using Center center = await Center.OpenAsync();
        await center.KeyRings.RotateAsync(Center.Ada, replaces: null);
        center.Time.Advance(TimeSpan.FromDays(91));
        await Sealed.ClockIsRightAsync(center);
        center.KeyOptions.Rotates = false;
        center.KeyOptions.Rewraps = false;

        await center.KeyRotation.RunOnceAsync(CancellationToken.None);
        RewrapReport report = await center.KeyRewraps.RunOnceAsync(CancellationToken.None);

        Assert.Single((await center.KeyRings.GetAsync(Center.Ada))!.Keys);
        Assert.Equal(0, report.Rewrapped);
    }

    private static string RootsOf(KeyRingSummary ring) => string.Join(", ", ring.Keys[0].Roots);
}
