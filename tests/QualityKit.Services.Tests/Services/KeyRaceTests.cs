using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Services;

/// <summary>Two nodes at once, and one that was held up while another went on.</summary>
public sealed class KeyRaceTests : IClassFixture<Databases>
{
    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Two_nodes_that_rotate_at_once_rotate_once(string store)
    {
        (int centers, int rounds) = store == StoreNames.InMemory ? (50, 20) : (1, 20);
        for (int number = 0; number < centers; number++)
        {
            await using Center center = await Center.OpenAsync(store);
            await RotateAtOnceAsync(center, rounds);

            Assert.Equal(rounds + 1, (await KeyRingServiceTests.ActionsAsync(center, "key-ring", "ring")).Count(action => action == "key.created"));
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task First_recordings_of_many_nodes_at_once_make_one_ring(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        KeyTools[] nodes = [.. Enumerable.Range(0, 6).Select(_ => center.Node())];

        DataKey[] keys = await Task.WhenAll(nodes.Select((node, number) => Task.Run(() => Sealed.StoreAsync(node, $"rec-{number}"))));

        Assert.Single((await center.KeyRings.GetAsync(Center.Ada))!.Keys);
        foreach ((int number, DataKey key) in keys.Index())
        {
            Assert.True(await Sealed.OpensAsync(nodes[^(number + 1)], $"rec-{number}", key));
            key.Dispose();
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_storer_that_was_held_up_while_its_key_was_destroyed_wraps_again_and_what_it_stored_opens(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        RingKeyId old = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        KeyTools elsewhere = center.Node();

        using DataKey data = await Sealed.StoreAsync(elsewhere, "rec-1", beforeCommit: async () =>
        {
            await Sealed.RotatedAsync(center);
            await KeyRingServiceTests.RetiredAndApprovedAsync(center, center.KeyRings, old);
            await center.KeyRings.CompleteDestructionAsync(Center.Ada, old);
        });

        KeyRingSummary ring = (await center.KeyRings.GetAsync(Center.Ada))!;
        Assert.Equal(KeyState.Destroyed, ring.Find(old)!.State);
        Assert.Equal([ring.Active!.Id], await Sealed.KeysOfAsync(center.KeyTools, "rec-1"));
        Assert.True(await Sealed.OpensAsync(center.Node(), "rec-1", data));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_that_wraps_anew_and_was_held_up_while_the_ring_went_on_wraps_by_the_key_that_is_active(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        await Sealed.RotatedAsync(center);
        RingKeyId newest = default;
        bool hasHappened = false;
        var held = new PausedStore(center.Documents, async batch =>
        {
            if (!hasHappened && batch.Operations.Any(operation => operation.Key.Collection == "envelopes"))
            {
                hasHappened = true;
                newest = await Sealed.RotatedAsync(center);
            }
        });

        RewrapReport report = await new KeyRingService(center.Node(store: held)).RewrapAsync(Center.Ada);

        Assert.Equal((1, 0), (report.Rewrapped, report.Refused.Length));
        Assert.Equal([newest], await Sealed.KeysOfAsync(center.KeyTools, "rec-1"));
        Assert.True(await Sealed.OpensAsync(center.KeyTools, "rec-1", data));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_recording_that_is_stored_while_a_key_is_retired_never_needs_the_retired_key(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        center.KeyOptions.Policy = center.KeyOptions.Policy with { VisibilityDelay = TimeSpan.Zero };
        KeyTools elsewhere = center.Node();
        RingKeyId active = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        var keys = new Dictionary<string, DataKey>();
        for (int round = 0; round < 10; round++)
        {
            RingKeyId old = active;
            string name = $"rec-{round}";
            Task<DataKey> storing = Task.Run(() => Sealed.StoreAsync(elsewhere, name));
            active = await Sealed.RotatedAsync(center);
            bool isRetired = false;
            while (!isRetired)
            {
                await center.KeyRings.RewrapAsync(Center.Ada);
                isRetired = await Record.ExceptionAsync(() => center.KeyRings.RetireAsync(Center.Ada, old)) is not Validation.ValidationFailedException;
            }

            keys[name] = await storing;
        }

        KeyRing ring = (await KeyRingDocument.LoadAsync(center.Documents, Center.Tenant, CancellationToken.None))!.Ring;
        foreach ((string name, DataKey key) in keys)
        {
            Assert.All(await Sealed.KeysOfAsync(center.KeyTools, name), used => Assert.NotEqual(KeyState.Retired, ring.Find(used)!.State));
            Assert.True(await Sealed.OpensAsync(center.KeyTools, name, key));
            key.Dispose();
        }
    }

    private static async Task RotateAtOnceAsync(Center center, int rounds)
    {
        center.KeyOptions.Policy = new() { VisibilityDelay = TimeSpan.Zero };
        KeyRingService[] services = [new(center.KeyTools), new(center.Node())];
        RingKeyId active = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        for (int round = 1; round <= rounds; round++)
        {
            await Task.WhenAll(services.Select(service => Task.Run(() => service.RotateAsync(Center.Ada, active))));
            KeyRingSummary ring = (await center.KeyRings.GetAsync(Center.Ada))!;
            Assert.Equal((round + 1, 1, 1), (ring.Keys.Length, ring.Keys.Count(key => key.State == KeyState.Active), ring.Keys.Count(key => key.State == KeyState.Pending)));
            RingKeyId pending = ring.Keys[^1].Id;
            KeyRingSummary[] activated = await Task.WhenAll(services.Select(service => Task.Run(() => service.ActivateAsync(Center.Ada, pending))));
            Assert.All(activated, one => Assert.Equal(pending, one.Active!.Id));
            active = pending;
        }
    }
}
