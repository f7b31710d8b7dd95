using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.FileSystem;
using QualityKit.Storage.Keys;

namespace QualityKit.Services.Tests.Services;

/// <summary>Whoever removes a version of a root is told first what still needs it, of whichever tenant.</summary>
public sealed class RootUsesTests : IClassFixture<Databases>
{
    private const string Passphrase = "correct horse battery staple";

    private static readonly Actor Bea = Center.Ada with { Tenant = new("zeta"), Id = new("bea") };

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_version_of_a_key_file_is_not_forgotten_while_the_ring_of_any_tenant_needs_it(string store)
    {
        string folder = Directory.CreateTempSubdirectory("qualitykit-root-").FullName;
        await using Center center = await Center.OpenAsync(store);
        using var file = new KeyFile(Path.Combine(folder, "root.key"), Passphrase);
        await file.CreateAsync(CancellationToken.None);
        var keys = new KeyRingService(center.Node([KeyValuePair.Create<string, IKeyWrapper>("main", file)]));
        var uses = new RootUses(center.Documents, center.Maintenance, center.KeyOptions);
        await keys.RotateAsync(Center.Ada, replaces: null);
        RingKeyId other = (await keys.RotateAsync(Bea, replaces: null)).Active!.Id;
        KeyVersionId now = await file.RotateAsync(CancellationToken.None);
        var old = new KeyVersionId(now.Key, "1");

        await keys.RotateRootAsync(Center.Ada);
        RootUse half = await uses.FindAsync(old);
        await Assert.ThrowsAsync<InvalidOperationException>(() => file.ForgetAsync(old, uses.IsUnusedAsync, CancellationToken.None).AsTask());
        await keys.RotateRootAsync(Bea);
        RootUse none = await uses.FindAsync(old);
        await file.ForgetAsync(old, uses.IsUnusedAsync, CancellationToken.None);

        RootUser user = Assert.Single(half.Keys);
        Assert.Equal((Bea.Tenant, other, KeyState.Active, "main", false), (user.Tenant, user.Key, user.State, user.Root, half.IsUnused));
        Assert.Equal($"{other} of zeta, by main alone", user.ToString());
        Assert.True(none.IsUnused);
        Assert.Equal(2, (await uses.FindAsync(now)).Keys.Length);
        KeyTools again = center.Node([KeyValuePair.Create<string, IKeyWrapper>("main", file)]);
        (await again.Keys.ForWrappingAsync(Bea.Tenant, CancellationToken.None)).Key.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_else_opens_a_key_is_named()
    {
        await using Center center = await Center.OpenAsync();
        RingKeyId key = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        KeyVersionId version = (await KeyRingDocument.LoadAsync(center.Documents, Center.Tenant, CancellationToken.None))!.Ring.Keys[0].Wraps[0].Key.KeyVersion;

        RootUse use = await new RootUses(center.Documents, center.Maintenance, center.KeyOptions).FindAsync(version);

        // Both roots are in memory, and call their versions the same.
        Assert.Equal([$"{key} of acme, by main and spare", $"{key} of acme, by spare and main"], use.Keys.Select(user => user.ToString()));
    }

    [Fact]
    public async Task A_ring_that_cannot_be_read_or_believed_may_need_any_version()
    {
        await using Center center = await Center.OpenAsync();
        await center.KeyRings.RotateAsync(Center.Ada, replaces: null);
        Document ring = (await center.Documents.ReadAsync(Center.Tenant, KeyRingDocument.Key, CancellationToken.None))!;
        await center.Documents.CommitAsync(DocumentBatch.For(new("copied"), CommandId.New()).Create(ring.Key, ring.Body), CancellationToken.None);
        await center.Documents.CommitAsync(DocumentBatch.For(new("damaged"), CommandId.New()).Create(ring.Key, "{}"u8.ToArray()), CancellationToken.None);
        await center.Documents.CommitAsync(DocumentBatch.For(new("silent"), CommandId.New()).Create(new(Collections.Recordings, "1"), "{}"u8.ToArray()), CancellationToken.None);

        RootUse use = await new RootUses(center.Documents, center.Maintenance, center.KeyOptions).FindAsync(new("another", "1"));

        Assert.Equal(["copied", "damaged"], use.Unread.Select(tenant => tenant.Value).Order(StringComparer.Ordinal));
        Assert.Equal((0, false), (use.Keys.Length, use.IsUnused));
    }
}
