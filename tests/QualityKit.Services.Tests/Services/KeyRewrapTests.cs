using System.Text;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;

namespace QualityKit.Services.Tests.Services;

/// <summary>Data keys that are wrapped anew in the background: all of them, each once, none lost.</summary>
public sealed class KeyRewrapTests : IClassFixture<Databases>
{
    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Everything_is_wrapped_anew_page_by_page_at_the_rate_and_audited(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        center.KeyOptions.RewrapsPerSecond = 7;
        Dictionary<string, DataKey> keys = await StoreAsync(center, 120);
        RingKeyId old = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id;
        RingKeyId active = await Sealed.RotatedAsync(center);

        RewrapReport first = await center.KeyRewraps.RunOnceAsync(CancellationToken.None);
        int[] between = [.. (await center.KeyRings.ProgressAsync(Center.Ada)).Select(one => one.Envelopes)];
        RewrapReport second = await center.KeyRewraps.RunOnceAsync(CancellationToken.None);
        RewrapReport third = await center.KeyRewraps.RunOnceAsync(CancellationToken.None);

        Assert.Equal((70, true), (first.Rewrapped, first.HasMore));
        Assert.Equal([50, 70], between);
        Assert.Equal((50, false), (second.Rewrapped, second.HasMore));
        Assert.Equal((0, false), (third.Rewrapped, third.HasMore));
        foreach ((string name, DataKey key) in keys)
        {
            Assert.Equal([active], await Sealed.KeysOfAsync(center.KeyTools, name));
            Assert.True(await Sealed.OpensAsync(center.KeyTools, name, key));
            key.Dispose();
        }

        Assert.Equal(3, (await KeyRingServiceTests.ActionsAsync(center, "ring-key", old.Value)).Count);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task The_audit_of_a_page_has_the_root_of_the_recordings_in_it()
    {
        await using Center center = await Center.OpenAsync();
        Dictionary<string, DataKey> keys = await StoreAsync(center, 3);
        RingKeyId old = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id;
        await Sealed.RotatedAsync(center);
        await center.KeyRings.RewrapAsync(Center.Ada);

        JournalEntry entry = await new Journal(center.Documents, Center.Keys).OfAsync(new AuditEntity(Center.Tenant.Value, "ring-key", old.Value), CancellationToken.None).SingleAsync();
        Dictionary<string, string> said = entry.Lines.Single().Fact!.Facts.ToDictionary(fact => fact.Name, fact => fact.Value);

        Assert.Equal("3", said["count"]);
        Assert.Equal(Convert.ToHexStringLower(MerkleTree.Root(keys.Keys.Order(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes))), said["recordings"]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_bad_envelope_is_reported_and_stops_no_other(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        Dictionary<string, DataKey> keys = await StoreAsync(center, 5);
        Document victim = (await center.Documents.ReadAsync(Center.Tenant, EnvelopeDocument.KeyOf(new("rec-002")), CancellationToken.None))!;
        byte[] body = victim.Body.ToArray();
        body[30] ^= 1;
        string key = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id.Value;
        await center.Documents.CommitAsync(DocumentBatch.For(Center.Tenant, CommandId.New()).Replace(victim.Key, victim.Version, body, [new("key", [IndexValue.Of(key)])]), CancellationToken.None);
        await Sealed.RotatedAsync(center);

        RewrapReport report = await center.KeyRings.RewrapAsync(Center.Ada);

        Assert.Equal((4, false), (report.Rewrapped, report.HasMore));
        Assert.Equal(new RecordingId("rec-002"), Assert.Single(report.Refused));
        Assert.Contains(1607, center.Lines.All.Select(line => line.Id));
        Assert.Equal(body, (await center.Documents.ReadAsync(Center.Tenant, victim.Key, CancellationToken.None))!.Body.ToArray());
        foreach ((string name, DataKey one) in keys.Where(one => one.Key != "rec-002"))
        {
            Assert.True(await Sealed.OpensAsync(center.KeyTools, name, one));
        }
    }

    [Fact]
    public async Task Wraps_that_are_not_of_the_ring_stay()
    {
        await using Center center = await Center.OpenAsync();
        var other = new EnvelopeWrap { Kind = WrapKind.KeyWrapper, Provider = "hsm", Key = new() { KeyVersion = new("hsm", "1"), Ciphertext = new byte[40] } };
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1", also: [other]);
        RingKeyId active = await Sealed.RotatedAsync(center);

        await center.KeyRings.RewrapAsync(Center.Ada);

        Envelope envelope = await Sealed.ReadAsync(center.KeyTools, "rec-1");
        Assert.Equal([active.Value, "1"], envelope.Wraps.Select(wrap => wrap.Key.KeyVersion.Version));
        Assert.Equal(40, envelope.Wraps[1].Key.Ciphertext.Length);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_an_older_key_wraps_beside_the_active_one_is_found_and_the_older_key_retires(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        RingKeyId old = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id;
        RingKeyId active = await Sealed.RotatedAsync(center);
        WrappingKey wrapping = await center.TenantKeys.ForWrappingAsync(Center.Tenant, CancellationToken.None);
        using KeyEncryptionKey key = wrapping.Key;
        Document stored = (await center.Documents.ReadAsync(Center.Tenant, EnvelopeDocument.KeyOf(new("rec-1")), CancellationToken.None))!;
        Envelope envelope = EnvelopeDocument.Read(stored);
        Envelope both = envelope.With(envelope.Wraps.Prepend(key.Wrap(data)));
        Assert.True((await center.Documents.CommitAsync(EnvelopeDocument.ReplaceIn(DocumentBatch.For(Center.Tenant, CommandId.New()), stored, both), CancellationToken.None)).IsCommitted);
        Assert.Equal([active, old], await Sealed.KeysOfAsync(center.KeyTools, "rec-1"));

        RewrapReport report = await center.KeyRewraps.RunOnceAsync(CancellationToken.None);

        Assert.Equal((1, false), (report.Rewrapped, report.HasMore));
        Assert.Equal([active], await Sealed.KeysOfAsync(center.KeyTools, "rec-1"));
        Assert.True(await Sealed.OpensAsync(center.KeyTools, "rec-1", data));
        Assert.Equal(KeyState.Retired, (await center.KeyRings.RetireAsync(Center.Ada, old)).Find(old)!.State);
    }

    [Fact]
    public async Task Whichever_key_a_root_gives_wrong_nothing_is_lost()
    {
        int calls = await CallsAsync(wrongAt: 0);
        Assert.True(calls >= 3, $"{calls} calls");
        for (int wrongAt = 1; wrongAt <= calls; wrongAt++)
        {
            await CallsAsync(wrongAt);
        }
    }

    [Theory]
    [InlineData("rotate")]
    [InlineData("compromise")]
    [InlineData("root")]
    public async Task Whichever_key_a_root_gives_wrong_a_ring_has_only_right_ones(string what)
    {
        for (int wrongAt = 1; wrongAt <= 6; wrongAt++)
        {
            var root = new SwitchedWrapper(new InMemoryKeyWrapper());
            KeyValuePair<string, IKeyWrapper>[] roots = [KeyValuePair.Create<string, IKeyWrapper>("main", root)];
            await using Center center = await Center.OpenAsync();
            using DataKey data = await Sealed.StoreAsync(center.Node(roots), "rec-1");
            RingKeyId first = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id;
            root.WrongAt = root.Unwraps + wrongAt;
            var second = KeyValuePair.Create<string, IKeyWrapper>("second", new InMemoryKeyWrapper());
            var service = new KeyRingService(center.Node(what == "root" ? [second, .. roots] : roots));

            await Record.ExceptionAsync(() => what switch
            {
                "rotate" => service.RotateAsync(Center.Ada, first),
                "compromise" => service.CompromiseAsync(Center.Ada, first),
                _ => service.RotateRootAsync(Center.Ada),
            });

            center.Time.Advance(TimeSpan.FromMinutes(1));
            root.WrongAt = 0;
            KeyTools node = center.Node([second, .. roots]);
            foreach (RingKey key in (await node.Keys.Rings.LoadAsync(Center.Tenant, CancellationToken.None))!.Ring.Keys)
            {
                foreach (RootWrap wrap in key.Wraps)
                {
                    (await node.Keys.ReloadAsync(Center.Tenant, key with { Wraps = [wrap] }, CancellationToken.None)).Dispose();
                }
            }

            Assert.True(await Sealed.OpensAsync(node, "rec-1", data));
        }
    }

    // Stores, rotates and wraps anew with one wrong key, goes on without, and looks that everything opens.
    private static async Task<int> CallsAsync(int wrongAt)
    {
        var root = new SwitchedWrapper(new InMemoryKeyWrapper());
        KeyValuePair<string, IKeyWrapper>[] roots = [KeyValuePair.Create<string, IKeyWrapper>("main", root)];
        await using Center center = await Center.OpenAsync();
        KeyTools node = center.Node(roots);
        using DataKey first = await Sealed.StoreAsync(node, "rec-1");
        using DataKey second = await Sealed.StoreAsync(node, "rec-2");
        var service = new KeyRingService(center.Node(roots));
        KeyRingSummary ring = (await service.GetAsync(Center.Ada))!;
        RingKeyId pending = (await service.RotateAsync(Center.Ada, ring.Active!.Id)).Keys[^1].Id;
        center.Time.Advance(center.KeyOptions.Policy.VisibilityDelay);
        await service.ActivateAsync(Center.Ada, pending);
        int before = root.Unwraps;
        root.WrongAt = wrongAt == 0 ? 0 : before + wrongAt;

        Exception? stopped = await Record.ExceptionAsync(() => service.RewrapAsync(Center.Ada));
        int calls = root.Unwraps - before;
        Assert.True(await Sealed.OpensAsync(center.Node(roots), "rec-1", first));
        Assert.True(await Sealed.OpensAsync(center.Node(roots), "rec-2", second));
        Assert.Equal(wrongAt > 0, stopped is KeyUnavailableException);
        center.Time.Advance(TimeSpan.FromMinutes(1));
        await service.RewrapAsync(Center.Ada);
        using DataKey third = await Sealed.StoreAsync(center.Node(roots), "rec-3");

        Assert.Equal([pending], await Sealed.KeysOfAsync(node, "rec-1"));
        Assert.True(await Sealed.OpensAsync(center.Node(roots), "rec-1", first));
        Assert.True(await Sealed.OpensAsync(center.Node(roots), "rec-3", third));
        return calls;
    }

    private static async Task<Dictionary<string, DataKey>> StoreAsync(Center center, int count)
    {
        var keys = new Dictionary<string, DataKey>();
        for (int number = 0; number < count; number++)
        {
            keys[$"rec-{number:000}"] = await Sealed.StoreAsync(center.KeyTools, $"rec-{number:000}");
        }

        return keys;
    }
}
