using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Services.Tests.Recordings;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;
using QualityKit.Validation;
using static QualityKit.Services.Tests.Services.KeyRingServiceTests;

namespace QualityKit.Services.Tests.Services;

/// <summary>All keys of a tenant destroyed at once: who may, what forbids it, and what is left.</summary>
public sealed class ShredTenantTests : IClassFixture<Databases>
{
    private const string Reason = "the contract ended";

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Recordings_play_until_all_keys_are_destroyed_and_then_nothing_opens_and_nothing_is_stored(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        byte[] bytes = Recorded.Bytes(100_000);
        await Recorded.StoreAsync(center, bytes);
        KeyRingService keys = OfRecordings(center);
        await Sealed.ClockIsRightAsync(center);

        KeyRingSummary asked = await keys.RequestShredAsync(Center.Ada, Reason);
        KeyUnavailableException fenced = await Assert.ThrowsAsync<KeyUnavailableException>(() => Recorded.StoreAsync(center, bytes, "rec-2"));
        Assert.Equal(bytes, await Recorded.ReadAsync(center));
        await keys.ApproveShredAsync(Center.Abe, asked.Shred!.ReasonDigest);
        center.Time.Advance(TimeSpan.FromDays(35));
        await Sealed.ClockIsRightAsync(center);
        Assert.Equal(bytes, await Recorded.ReadAsync(center, session: "s-2"));
        KeyRingSummary gone = await keys.ShredTenantAsync(Center.Ada);

        center.Time.Advance(TimeSpan.FromMinutes(10));
        KeyUnavailableException after = await Assert.ThrowsAsync<KeyUnavailableException>(() => Recorded.StoreAsync(center, bytes, "rec-2"));
        KeyUnavailableException closed = await Assert.ThrowsAsync<KeyUnavailableException>(() => Recorded.ReadAsync(center, session: "s-3"));
        Assert.False(fenced.IsRetryable || after.IsRetryable || closed.IsRetryable);
        Assert.Equal((KeyState.Destroyed, (RingKeySummary?)null), (Assert.Single(gone.Keys).State, gone.Active));
        Assert.Equal(
            ["key.created", "key.activated", "key.shredRequested", "key.shredApproved", "key.shredEnded", "key.shredDeleted"], await ActionsAsync(center, "key-ring", "ring"));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_key_is_destroyed_and_said_to_be_recoverable_as_long_as_copies_live(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        using DataKey first = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        await Sealed.RotatedAsync(center);
        using DataKey second = await Sealed.StoreAsync(center.KeyTools, "rec-2");
        string[] wraps = [.. (await KeyRingDocument.LoadAsync(center.Documents, Center.Tenant, CancellationToken.None))!.Ring.Keys.SelectMany(key => key.Wraps).Select(wrap => Convert.ToBase64String(wrap.Key.Ciphertext.Span))];
        await ApprovedAsync(center, center.KeyRings);

        KeyRingSummary gone = await center.KeyRings.ShredTenantAsync(Center.Ada, new("gone"));
        KeyRingSummary again = await center.KeyRings.ShredTenantAsync(Center.Ada, new("gone"));
        KeyRingSummary other = await center.KeyRings.ShredTenantAsync(Center.Abe);

        Assert.Equal((gone.Revision, gone.Revision), (again.Revision, other.Revision));
        Assert.All(gone.Keys, key => Assert.Equal((KeyState.Destroyed, center.Time.GetUtcNow() + TimeSpan.FromDays(35)), (key.State, key.RecoverableUntil)));
        Assert.All(["rec-1", "rec-2"], recording => Assert.False(OpensAsync(center.Node(), recording, first).GetAwaiter().GetResult()));
        Assert.NotEmpty(wraps);
        List<string> content = await center.ContentAsync();
        Assert.All(wraps, wrap => Assert.DoesNotContain(content, line => line.Contains(wrap, StringComparison.Ordinal)));
        Assert.DoesNotContain(content, line => line.Contains(Reason, StringComparison.Ordinal));
        Assert.Equal([IssueCodes.ShredEnded], await CodesAsync(() => center.KeyRings.CancelShredAsync(Center.Ada)));
        Assert.Equal([IssueCodes.RingFenced], await CodesAsync(() => center.KeyRings.RotateAsync(Center.Ada, replaces: null)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_roots_can_destroy_is_destroyed_for_good_and_the_rest_is_said_honestly(string store)
    {
        var wrapper = new InMemoryKeyWrapper();
        KeyValuePair<string, IKeyWrapper>[] roots = [KeyValuePair.Create<string, IKeyWrapper>("hsm", wrapper)];
        await using Center center = await Center.OpenAsync(store);
        KeyTools node = center.Node(roots);
        var service = new KeyRingService(node);
        using DataKey data = await Sealed.StoreAsync(node, "rec-1");
        await service.RotateAsync(Center.Ada, (await service.GetAsync(Center.Ada))!.Active!.Id);
        KeyVersionId[] versions = [.. (await KeyRingDocument.LoadAsync(center.Documents, Center.Tenant, CancellationToken.None))!.Ring.Keys.SelectMany(key => key.Wraps).Select(wrap => wrap.Key.KeyVersion)];
        List<CreateDocument> copy = await center.BackUpAsync();
        await ApprovedAsync(center, service);
        wrapper.Rotate(Center.Tenant);

        KeyRingSummary gone = await service.ShredTenantAsync(Center.Ada);

        Assert.All(gone.Keys, key => Assert.Equal((KeyState.Destroyed, (DateTimeOffset?)null), (key.State, key.RecoverableUntil)));
        Assert.Contains("key.shredded", await ActionsAsync(center, "key-ring", "ring"));
        Assert.All(versions, version => Assert.Equal(KeyAnswer.Destroyed, UnwrapAsync(wrapper, version).GetAwaiter().GetResult()));

        // Somebody brings the copy back: no key of it can be had.
        await center.RestoreAsync(copy);
        Assert.False(await OpensAsync(center.Node(roots), "rec-1", data));
    }

    [Fact]
    public async Task A_version_that_a_root_wraps_with_today_stays_and_the_keys_are_recoverable()
    {
        var wrapper = new InMemoryKeyWrapper();
        await using Center center = await Center.OpenAsync();
        var service = new KeyRingService(center.Node(roots: [KeyValuePair.Create<string, IKeyWrapper>("hsm", wrapper)]));
        await service.RotateAsync(Center.Ada, replaces: null);
        await ApprovedAsync(center, service);

        KeyRingSummary gone = await service.ShredTenantAsync(Center.Ada);

        Assert.Equal(center.Time.GetUtcNow() + TimeSpan.FromDays(35), Assert.Single(gone.Keys).RecoverableUntil);
        Assert.Contains("key.shredDeleted", await ActionsAsync(center, "key-ring", "ring"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Any_hold_of_the_tenant_forbids_it_until_it_is_released(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        await ApprovedAsync(center, center.KeyRings);
        await center.Holds.PlaceAsync(Center.Ada, Hold);

        Assert.Equal([IssueCodes.ShredHeld], await CodesAsync(() => center.KeyRings.ShredTenantAsync(Center.Ada, new("gone"))));
        Assert.True(await Sealed.OpensAsync(center.Node(), "rec-1", data));
        await center.Holds.ReleaseAsync(Center.Ada, Hold.Id);
        await center.KeyRings.ShredTenantAsync(Center.Ada, new("gone"));
        Assert.False(await OpensAsync(center.Node(), "rec-1", data));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_hold_that_is_placed_between_reading_and_committing_wins_and_no_root_destroyed_anything(string store)
    {
        var wrapper = new InMemoryKeyWrapper();
        KeyValuePair<string, IKeyWrapper>[] roots = [KeyValuePair.Create<string, IKeyWrapper>("hsm", wrapper)];
        await using Center center = await Center.OpenAsync(store);
        using DataKey data = await Sealed.StoreAsync(center.Node(roots), "rec-1");
        await ApprovedAsync(center, new KeyRingService(center.Node(roots)));
        wrapper.Rotate(Center.Tenant);
        bool isPlaced = false;
        var held = new PausedStore(center.Documents, async batch =>
        {
            if (!isPlaced && batch.Operations.Any(operation => operation.Key.Collection == "key-rings"))
            {
                isPlaced = true;
                await center.Holds.PlaceAsync(Center.Ada, Hold);
            }
        });

        Assert.Equal([IssueCodes.ShredHeld], await CodesAsync(() => new KeyRingService(center.Node(roots, held)).ShredTenantAsync(Center.Ada)));

        Assert.True(isPlaced);
        Assert.True(await Sealed.OpensAsync(center.Node(roots), "rec-1", data));
        Assert.Null((await new KeyRingService(center.Node(roots)).GetAsync(Center.Ada))!.Shred!.EndedAt);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Cancelled_the_tenant_stores_again_and_what_was_stored_opens(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        KeyRingSummary before = (await center.KeyRings.GetAsync(Center.Ada))!;
        await ApprovedAsync(center, center.KeyRings);

        KeyRingSummary back = await center.KeyRings.CancelShredAsync(Center.Ada);

        Assert.Equal((null, before.Active!.Id, KeyState.Active), (back.Shred, back.Active!.Id, back.Keys[0].State));
        using DataKey second = await Sealed.StoreAsync(center.KeyTools, "rec-2");
        Assert.True(await Sealed.OpensAsync(center.Node(), "rec-1", data));
        Assert.Equal([IssueCodes.ShredNotRequested], await CodesAsync(() => center.KeyRings.ShredTenantAsync(Center.Ada)));
        Assert.DoesNotContain(await center.ContentAsync(), line => line.StartsWith("key-rings", StringComparison.Ordinal) && line.Contains("shred", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_storer_and_one_that_wraps_anew_that_were_held_up_while_it_was_asked_for_store_nothing(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        RingKeyId old = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id;
        await Sealed.RotatedAsync(center);
        await Sealed.ClockIsRightAsync(center);

        await Assert.ThrowsAsync<KeyUnavailableException>(() => Sealed.StoreAsync(center.Node(), "rec-2", beforeCommit: () => center.KeyRings.RequestShredAsync(Center.Ada, Reason)));

        Assert.Null(await center.Documents.ReadAsync(Center.Tenant, EnvelopeDocument.KeyOf(new("rec-2")), CancellationToken.None));
        await Assert.ThrowsAsync<KeyUnavailableException>(() => center.KeyRings.RewrapAsync(Center.Ada));
        Assert.Equal(0, (await center.KeyRewraps.RunOnceAsync(CancellationToken.None)).Rewrapped);
        center.Time.Advance(TimeSpan.FromDays(365));
        await Sealed.ClockIsRightAsync(center);
        await center.KeyRotation.RunOnceAsync(CancellationToken.None);
        Assert.Equal([old], await Sealed.KeysOfAsync(center.KeyTools, "rec-1"));
        Assert.Equal(2, (await center.KeyRings.GetAsync(Center.Ada))!.Keys.Length);
        Assert.True(await Sealed.OpensAsync(center.Node(), "rec-1", data));
        Assert.DoesNotContain(center.Lines.All, line => line.Id == 1604);
    }

    [Fact]
    public async Task One_person_alone_destroys_nothing()
    {
        await using Center center = await Center.OpenAsync();
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        await Sealed.ClockIsRightAsync(center);
        Assert.Equal([IssueCodes.DestructionNeedsPerson], await CodesAsync(() => center.KeyRings.RequestShredAsync(Center.Ada with { IsMachine = true }, Reason)));
        KeyRingSummary asked = await center.KeyRings.RequestShredAsync(Center.Ada, Reason);
        await center.KeyRings.ApproveShredAsync(Center.Ada, asked.Shred!.ReasonDigest);
        Assert.Equal([IssueCodes.ApprovalOfAnotherShred], await CodesAsync(() => center.KeyRings.ApproveShredAsync(Center.Abe, "other")));
        center.Time.Advance(TimeSpan.FromDays(35));
        await Sealed.ClockIsRightAsync(center);

        Assert.Equal([IssueCodes.DestructionNotApproved], await CodesAsync(() => center.KeyRings.ShredTenantAsync(Center.Ada)));
        Assert.True(await Sealed.OpensAsync(center.Node(), "rec-1", data));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(30)]
    public async Task Nothing_is_destroyed_while_the_clock_is_in_doubt_or_the_store_went_back(int days)
    {
        await using Center center = await Center.OpenAsync();
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        await ApprovedAsync(center, center.KeyRings);
        DateTimeOffset right = center.Time.GetUtcNow();
        center.Time.SetUtcNow(right.AddDays(days));
        Assert.Equal([IssueCodes.KeyClockInDoubt], await CodesAsync(() => center.KeyRings.ShredTenantAsync(Center.Ada)));
        Assert.Equal([IssueCodes.KeyClockInDoubt], await CodesAsync(() => center.KeyRings.ApproveShredAsync(Center.Abe, "x")));
        Assert.Equal([IssueCodes.KeyClockInDoubt], await CodesAsync(() => center.KeyRings.RequestShredAsync(Center.Ada, Reason)));
        center.Time.SetUtcNow(right);
        await center.Restores.DeclareRestoredAsync(Center.Ada);

        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.KeyRings.ShredTenantAsync(Center.Ada));
        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.KeyRings.RequestShredAsync(Center.Ada, Reason));
        Assert.True(await Sealed.OpensAsync(center.Node(), "rec-1", data));
    }

    [Fact]
    public async Task It_is_remembered_outside_and_a_store_without_it_went_back()
    {
        await using Center center = await Center.OpenAsync(outside: Outside.Both);
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        await ApprovedAsync(center, center.KeyRings);
        List<CreateDocument> copy = await center.BackUpAsync();
        await center.KeyRings.ShredTenantAsync(Center.Ada);

        await center.RestoreAsync(copy);

        Assert.True((await center.Restores.LookAsync(Center.Ada)).IsRestored);
    }

    /// <summary>Asked for, approved, and waited for.</summary>
    internal static async Task ApprovedAsync(Center center, KeyRingService service)
    {
        await Sealed.ClockIsRightAsync(center);
        KeyRingSummary asked = await service.RequestShredAsync(Center.Ada, Reason);
        await service.ApproveShredAsync(Center.Abe, asked.Shred!.ReasonDigest);
        center.Time.Advance(TimeSpan.FromDays(35));
        await Sealed.ClockIsRightAsync(center);
    }

    /// <summary>Whether one opens, where its key may be gone.</summary>
    internal static async Task<bool> OpensAsync(KeyTools node, string recording, DataKey data)
    {
        try
        {
            return await Sealed.OpensAsync(node, recording, data);
        }
        catch (KeyUnavailableException)
        {
            return false;
        }
    }

    private static LegalHold Hold => new() { Id = new("h-1"), Reason = "case", Owner = new("legal"), PlacedAt = Reported.Start, Interactions = [new("call-1")] };

    internal static KeyRingService OfRecordings(Center center) => new(NodeOfRecordings(center));

    internal static KeyTools NodeOfRecordings(Center center, bool rotates = true) => center.Node(
        [KeyValuePair.Create<string, IKeyWrapper>(center.Roots.Current, center.Roots.Find(center.Roots.Current)!)],
        options: new() { Secret = Center.RecordingKeyOptions.Secret, Policy = new() { BackupHorizon = TimeSpan.FromDays(35) }, Rotates = rotates });

    private static async Task<KeyAnswer> UnwrapAsync(InMemoryKeyWrapper wrapper, KeyVersionId version) =>
        (await wrapper.UnwrapAsync(Center.Tenant, [new() { Wrapped = new() { KeyVersion = version, Ciphertext = new byte[60] }, Context = new byte[1], Destination = new byte[96] }], CancellationToken.None))[0].Answer;
}
