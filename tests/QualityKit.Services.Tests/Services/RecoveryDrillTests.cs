using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;

namespace QualityKit.Services.Tests.Services;

/// <summary>A drill says whether a copy would open, and with what.</summary>
public sealed class RecoveryDrillTests : IClassFixture<Databases>
{
    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_copy_opens_with_either_root_and_the_drill_says_with_which(string store)
    {
        await using Center center = await FilledAsync(store);

        RecoveryReport both = await DrillAsync(center, center.RootWrappers);
        RecoveryReport spare = await DrillAsync(center, [center.RootWrappers[1]]);
        RecoveryReport another = await DrillAsync(center, [KeyValuePair.Create<string, IKeyWrapper>("main", new InMemoryKeyWrapper())]);

        Assert.True(both.IsRecovered);
        Assert.Equal((3L, 0L, 2), (both.Envelopes, both.Lost, both.Keys.Length));
        Assert.All(both.Keys, key => Assert.Equal("main, spare", string.Join(", ", key.OpenedBy)));
        Assert.Equal([(2L, 2), (1L, 1)], both.Keys.Select(key => (key.Envelopes, key.Opened.Length)));
        Assert.True(spare.IsRecovered);
        Assert.All(spare.Keys, key => Assert.Equal(("spare", "main"), (string.Join(", ", key.OpenedBy), string.Join(", ", key.NotOpenedBy))));
        Assert.False(another.IsRecovered);
        Assert.All(another.Keys, key => Assert.Equal((0, (int)key.Envelopes), (key.Opened.Length, key.NotOpened.Length)));
    }

    [Fact]
    public async Task What_is_damaged_or_of_another_ring_is_lost_and_said_to_be()
    {
        await using Center center = await FilledAsync(StoreNames.InMemory);
        Document envelope = (await center.Documents.ReadAsync(Center.Tenant, EnvelopeDocument.KeyOf(new("rec-1")), CancellationToken.None))!;
        DocumentBatch batch = DocumentBatch.For(Center.Tenant, CommandId.New())
            .Create(new("envelopes", "rec-8"), envelope.Body, [new("key", [IndexValue.Of("")])])
            .Create(new("envelopes", "rec-9"), new byte[] { 1 }, [new("key", [IndexValue.Of("")])]);
        await center.Documents.CommitAsync(batch, CancellationToken.None);

        RecoveryReport report = await DrillAsync(center, center.RootWrappers);
        RecoveryReport secret = await new RecoveryDrill(center.Documents, center.Maintenance, new(center.RootWrappers), new() { Secret = new(Enumerable.Repeat((byte)9, 32).ToArray()) }, center.Time).RunAsync(Center.Tenant);
        RecoveryReport nothing = await new RecoveryDrill(center.Documents, center.Maintenance, new(center.RootWrappers), center.KeyOptions, center.Time).RunAsync(new("nobody"));

        Assert.Equal((5L, 2L, false), (report.Envelopes, report.Lost, report.IsRecovered));
        Assert.All(report.Keys, key => Assert.True(key.IsRecovered));
        Assert.Equal((false, 0), (secret.IsRingAuthentic, secret.Keys.Length));
        Assert.Equal((false, 0L), (nothing.IsRecovered, nothing.Envelopes));
    }

    [Fact]
    public async Task A_drill_opens_a_sample_and_writes_nothing()
    {
        await using Center center = await FilledAsync(StoreNames.InMemory);
        List<string> before = await center.ContentAsync();

        RecoveryReport report = await new RecoveryDrill(center.Documents, center.Maintenance, new(center.RootWrappers), center.KeyOptions, center.Time).RunAsync(Center.Tenant, sample: 1);

        Assert.Equal([1, 1], report.Keys.Select(key => key.Opened.Length));
        Assert.Equal(before, await center.ContentAsync());
        Assert.EndsWith("recovered, 1 of 1 opened", report.Keys[0].ToString(), StringComparison.Ordinal);
    }

    // Two recordings under the first key, one under the second.
    private static async Task<Center> FilledAsync(string store)
    {
        Center center = await Center.OpenAsync(store);
        (await Sealed.StoreAsync(center.KeyTools, "rec-1")).Dispose();
        (await Sealed.StoreAsync(center.KeyTools, "rec-2")).Dispose();
        await Sealed.RotatedAsync(center);
        (await Sealed.StoreAsync(center.KeyTools, "rec-3")).Dispose();
        return center;
    }

    private static Task<RecoveryReport> DrillAsync(Center center, IEnumerable<KeyValuePair<string, IKeyWrapper>> roots) =>
        new RecoveryDrill(center.Documents, center.Maintenance, new(roots), center.KeyOptions, center.Time).RunAsync(Center.Tenant);
}
