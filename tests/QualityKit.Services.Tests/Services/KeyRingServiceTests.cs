using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;
using QualityKit.Validation;

namespace QualityKit.Services.Tests.Services;

/// <summary>The stored ring: what people do to it, what it refuses, and what nobody can do to it.</summary>
public sealed class KeyRingServiceTests : IClassFixture<Databases>
{
    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_goes_from_its_making_to_its_destruction_and_the_audit_has_every_step(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        using DataKey first = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        RingKeyId old = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id;
        RingKeyId active = await Sealed.RotatedAsync(center);

        RewrapReport report = await center.KeyRings.RewrapAsync(Center.Ada);
        await center.KeyRings.RetireAsync(Center.Ada, old);
        await Sealed.ClockIsRightAsync(center);
        KeyRingSummary asked = await center.KeyRings.RequestDestructionAsync(Center.Ada, old);
        await center.KeyRings.ApproveDestructionAsync(Center.Abe, old, asked.Find(old)!.Destruction!.ProofDigest);
        center.Time.Advance(TimeSpan.FromDays(35));
        await Sealed.ClockIsRightAsync(center);
        KeyRingSummary destroyed = await center.KeyRings.CompleteDestructionAsync(Center.Ada, old);

        Assert.Equal((1, false), (report.Rewrapped, report.HasMore));
        Assert.Equal([active], await Sealed.KeysOfAsync(center.KeyTools, "rec-1"));
        Assert.True(await Sealed.OpensAsync(center.KeyTools, "rec-1", first));
        Assert.Equal((KeyState.Destroyed, KeyState.Active), (destroyed.Keys[0].State, destroyed.Keys[1].State));
        Assert.Empty(destroyed.Keys[0].Roots);
        Assert.Equal(center.Time.GetUtcNow() + TimeSpan.FromDays(35), destroyed.Keys[0].RecoverableUntil);
        Assert.Equal(
            ["key.created", "key.activated", "key.created", "key.activated", "key.superseded", "key.retired", "key.destructionRequested", "key.destructionApproved", "key.deleted"],
            await ActionsAsync(center, "key-ring", "ring"));
        Assert.Equal(["key.rewrapped"], await ActionsAsync(center, "ring-key", old.Value));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_a_root_can_destroy_for_good_is_destroyed_for_good(string store)
    {
        var wrapper = new InMemoryKeyWrapper();
        await using Center center = await Center.OpenAsync(store);
        var service = new KeyRingService(center.Node(roots: [KeyValuePair.Create<string, IKeyWrapper>("hsm", wrapper)]));
        RingKeyId old = (await service.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        KeyVersionId version = (await WrapsAsync(center))[0].Key.KeyVersion;
        wrapper.Rotate(Center.Tenant);
        RingKeyId next = (await service.RotateAsync(Center.Ada, old)).Keys[^1].Id;
        center.Time.Advance(TimeSpan.FromMinutes(10));
        await service.ActivateAsync(Center.Ada, next);
        await RetiredAndApprovedAsync(center, service, old);

        KeyRingSummary ring = await service.CompleteDestructionAsync(Center.Ada, old, new("gone"));
        KeyRingSummary again = await service.CompleteDestructionAsync(Center.Ada, old, new("gone"));

        Assert.Equal((KeyState.Destroyed, (DateTimeOffset?)null), (ring.Keys[0].State, ring.Keys[0].RecoverableUntil));
        Assert.Equal(ring.Revision, again.Revision);
        Assert.Contains("key.destroyed", await ActionsAsync(center, "key-ring", "ring"));
        Assert.Equal(KeyAnswer.Done, await wrapper.DestroyAsync(Center.Tenant, version, CancellationToken.None));
        UnwrapResult gone = (await wrapper.UnwrapAsync(Center.Tenant, [new() { Wrapped = new() { KeyVersion = version, Ciphertext = new byte[60] }, Context = new byte[1], Destination = new byte[96] }], CancellationToken.None))[0];
        Assert.Equal(KeyAnswer.Destroyed, gone.Answer);
        Assert.NotNull(await service.RotateAsync(Center.Ada, next));
    }

    [Fact]
    public async Task A_version_of_a_root_that_wraps_another_key_too_or_wraps_today_is_not_destroyed()
    {
        var wrapper = new InMemoryKeyWrapper();
        await using Center center = await Center.OpenAsync();
        var service = new KeyRingService(center.Node(roots: [KeyValuePair.Create<string, IKeyWrapper>("hsm", wrapper)]));
        RingKeyId old = (await service.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        RingKeyId next = (await service.RotateAsync(Center.Ada, old)).Keys[^1].Id;
        center.Time.Advance(TimeSpan.FromMinutes(10));
        await service.ActivateAsync(Center.Ada, next);
        wrapper.Rotate(Center.Tenant);
        await RetiredAndApprovedAsync(center, service, old);

        KeyRingSummary ring = await service.CompleteDestructionAsync(Center.Ada, old);

        Assert.NotNull(ring.Keys[0].RecoverableUntil);
        WrappingKey wrapping = await center.Node(roots: [KeyValuePair.Create<string, IKeyWrapper>("hsm", wrapper)]).Keys.ForWrappingAsync(Center.Tenant, CancellationToken.None);
        Assert.Equal(next.Value, wrapping.Key.Version);
        wrapping.Key.Dispose();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_that_only_a_second_wrap_needs_is_neither_retired_nor_destroyed_whatever_the_index_says(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        RingKeyId old = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id;
        Envelope before = await Sealed.ReadAsync(center.KeyTools, "rec-1");
        await Sealed.RotatedAsync(center);
        await center.KeyRings.RewrapAsync(Center.Ada);

        // Somebody who writes the database puts the old wrap back behind the new one, where no index lists it.
        Document stored = (await center.Documents.ReadAsync(Center.Tenant, EnvelopeDocument.KeyOf(new("rec-1")), CancellationToken.None))!;
        Envelope both = EnvelopeDocument.Read(stored).With([.. EnvelopeDocument.Read(stored).Wraps, .. before.Wraps]);
        DocumentBatch batch = DocumentBatch.For(Center.Tenant, CommandId.New()).Replace(stored.Key, stored.Version, both.ToBytes(), [new("key", [IndexValue.Of("")])]);
        Assert.True((await center.Documents.CommitAsync(batch, CancellationToken.None)).IsCommitted);

        Assert.Equal([0, 0], (await center.KeyRings.ProgressAsync(Center.Ada)).Select(one => one.Envelopes));
        ReferenceProof proof = await center.KeyRings.ProveAsync(Center.Ada, old);
        Assert.Equal((1, 1), (proof.EnvelopesRead, proof.References));
        Assert.Equal([IssueCodes.KeyStillNeeded], await CodesAsync(() => center.KeyRings.RetireAsync(Center.Ada, old)));
        Assert.True(await Sealed.OpensAsync(center.KeyTools, "rec-1", data));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_comes_to_need_a_key_after_it_was_retired_is_found_before_it_is_destroyed(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        RingKeyId old = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id;
        CreateDocument envelope = (await center.BackUpAsync()).Single(document => document.Key.Collection == "envelopes");
        await Sealed.RotatedAsync(center);
        await center.KeyRings.RewrapAsync(Center.Ada);
        await RetiredAndApprovedAsync(center, center.KeyRings, old);

        // Behind every service: a copy of the envelope from before, under another name.
        DocumentBatch batch = DocumentBatch.For(Center.Tenant, CommandId.New()).Create(new("envelopes", "rec-2"), envelope.Body, [new("key", [IndexValue.Of("")])]);
        Assert.True((await center.Documents.CommitAsync(batch, CancellationToken.None)).IsCommitted);

        Assert.Equal([IssueCodes.KeyStillNeeded], await CodesAsync(() => center.KeyRings.CompleteDestructionAsync(Center.Ada, old)));
        await center.KeyRings.CancelDestructionAsync(Center.Ada, old);
        KeyRingSummary back = await center.KeyRings.ReinstateAsync(Center.Ada, old);
        Assert.Equal(KeyState.DecryptOnly, back.Find(old)!.State);
    }

    [Fact]
    public async Task An_envelope_that_cannot_be_read_may_need_any_key()
    {
        await using Center center = await Center.OpenAsync();
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        RingKeyId old = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id;
        await Sealed.RotatedAsync(center);
        await center.KeyRings.RewrapAsync(Center.Ada);
        await center.Documents.CommitAsync(DocumentBatch.For(Center.Tenant, CommandId.New()).Create(new("envelopes", "rec-2"), new byte[] { 1, 2, 3 }, [new("key", [IndexValue.Of("")])]), CancellationToken.None);

        Assert.Equal([IssueCodes.EnvelopesUnreadable], await CodesAsync(() => center.KeyRings.RetireAsync(Center.Ada, old)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_compromised_key_has_a_successor_in_the_same_commit_and_what_it_wrapped_is_wrapped_anew(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        RingKeyId known = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id;

        KeyRingSummary ring = await center.KeyRings.CompromiseAsync(Center.Ada, known);

        Assert.Equal([KeyState.Compromised, KeyState.Active], ring.Keys.Select(key => key.State));
        Envelope envelope = await Sealed.ReadAsync(center.KeyTools, "rec-1");
        KeyUnavailableException refused = await Assert.ThrowsAsync<KeyUnavailableException>(() => center.TenantKeys.UnwrapAsync(Center.Tenant, envelope, allowCompromised: false, CancellationToken.None).AsTask());
        Assert.False(refused.IsRetryable);
        Assert.Equal(1, (await center.KeyRings.RewrapAsync(Center.Ada)).Rewrapped);
        Assert.Equal([ring.Active!.Id], await Sealed.KeysOfAsync(center.KeyTools, "rec-1"));
        Assert.Equal(KeyState.Retired, (await center.KeyRings.RetireAsync(Center.Ada, known)).Keys[0].State);
    }

    [Fact]
    public async Task A_compromise_does_not_wait_for_a_root_when_a_key_is_pending()
    {
        await using Center center = await Center.OpenAsync();
        RingKeyId known = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        RingKeyId pending = (await center.KeyRings.RotateAsync(Center.Ada, known)).Keys[^1].Id;
        var service = new KeyRingService(center.Node(roots: [.. center.RootWrappers.Select(root => KeyValuePair.Create<string, IKeyWrapper>(root.Key, new SwitchedWrapper(root.Value) { IsOff = true }))]));

        KeyRingSummary ring = await service.CompromiseAsync(Center.Ada, known);

        Assert.Equal((KeyState.Compromised, pending), (ring.Find(known)!.State, ring.Active!.Id));
        await Assert.ThrowsAsync<KeyUnavailableException>(() => service.CompromiseAsync(Center.Ada, pending));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_root_is_replaced_key_by_key_and_the_old_one_is_not_needed_any_more(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        KeyValuePair<string, IKeyWrapper> old = center.RootWrappers[0];
        KeyValuePair<string, IKeyWrapper> anew = KeyValuePair.Create<string, IKeyWrapper>("anew", new InMemoryKeyWrapper());
        var before = new KeyRingService(center.Node(roots: [old]));
        using DataKey data = await Sealed.StoreAsync(center.Node(roots: [old]), "rec-1");
        RingKeyId first = (await before.GetAsync(Center.Ada))!.Active!.Id;
        await before.RotateAsync(Center.Ada, first);
        var between = new KeyRingService(center.Node(roots: [anew, old]));

        KeyRingSummary rotated = await between.RotateRootAsync(Center.Ada);
        KeyRingSummary dropped = await between.DropRootAsync(Center.Ada, old.Key);

        Assert.Equal("anew", rotated.Root);
        Assert.All(rotated.Keys, key => Assert.Equal("main, anew", string.Join(", ", key.Roots)));
        Assert.All(dropped.Keys, key => Assert.Equal("anew", string.Join(", ", key.Roots)));
        Assert.True(await Sealed.OpensAsync(center.Node(roots: [anew]), "rec-1", data));
        Assert.Equal([IssueCodes.RootInUse], await CodesAsync(() => between.DropRootAsync(Center.Ada, "anew")));
    }

    [Fact]
    public async Task A_newer_version_of_a_root_wraps_every_key_again_and_then_nothing()
    {
        var wrapper = new InMemoryKeyWrapper();
        await using Center center = await Center.OpenAsync();
        var service = new KeyRingService(center.Node(roots: [KeyValuePair.Create<string, IKeyWrapper>("hsm", wrapper)]));
        await service.RotateAsync(Center.Ada, replaces: null);
        KeyVersionId newer = wrapper.Rotate(Center.Tenant);

        KeyRingSummary once = await service.RotateRootAsync(Center.Ada);
        KeyRingSummary twice = await service.RotateRootAsync(Center.Ada);

        Assert.Equal(newer, (await WrapsAsync(center))[0].Key.KeyVersion);
        Assert.Equal(once.Revision, twice.Revision);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(30)]
    [InlineData(365)]
    [InlineData(-365)]
    public async Task No_key_is_destroyed_while_the_clock_is_in_doubt(int days)
    {
        await using Center center = await Center.OpenAsync();
        RingKeyId old = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        await Sealed.RotatedAsync(center);
        await RetiredAndApprovedAsync(center, center.KeyRings, old);
        center.Time.SetUtcNow(center.Time.GetUtcNow().AddDays(days));

        Assert.Equal([IssueCodes.KeyClockInDoubt], await CodesAsync(() => center.KeyRings.CompleteDestructionAsync(Center.Ada, old)));
        Assert.Equal([IssueCodes.KeyClockInDoubt], await CodesAsync(() => center.KeyRings.ApproveDestructionAsync(Center.Abe, old, "x")));
        Assert.Equal([IssueCodes.KeyClockInDoubt], await CodesAsync(() => center.KeyRings.RequestDestructionAsync(Center.Ada, old)));
    }

    [Fact]
    public async Task Where_nothing_was_sealed_no_key_is_destroyed()
    {
        await using Center center = await Center.OpenAsync();
        RingKeyId old = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        await Sealed.RotatedAsync(center);
        await center.KeyRings.RetireAsync(Center.Ada, old);

        Assert.Equal([IssueCodes.KeyClockInDoubt], await CodesAsync(() => center.KeyRings.RequestDestructionAsync(Center.Ada, old)));
    }

    [Fact]
    public async Task One_person_alone_destroys_nothing_and_a_machine_answers_for_nothing()
    {
        await using Center center = await Center.OpenAsync();
        RingKeyId old = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        await Sealed.RotatedAsync(center);
        await center.KeyRings.RetireAsync(Center.Ada, old);
        await Sealed.ClockIsRightAsync(center);
        Assert.Equal([IssueCodes.DestructionNeedsPerson], await CodesAsync(() => center.KeyRings.RequestDestructionAsync(Center.Ada with { IsMachine = true }, old)));
        KeyRingSummary asked = await center.KeyRings.RequestDestructionAsync(Center.Ada, old);
        string proof = asked.Find(old)!.Destruction!.ProofDigest;
        await center.KeyRings.ApproveDestructionAsync(Center.Ada, old, proof);
        center.Time.Advance(TimeSpan.FromDays(35));
        await Sealed.ClockIsRightAsync(center);

        Assert.Equal([IssueCodes.DestructionNotApproved], await CodesAsync(() => center.KeyRings.CompleteDestructionAsync(Center.Ada, old)));
        Assert.Equal([IssueCodes.ApprovalOfAnotherProof], await CodesAsync(() => center.KeyRings.ApproveDestructionAsync(Center.Abe, old, "other")));
    }

    [Fact]
    public async Task A_store_that_went_back_destroys_no_key()
    {
        await using Center center = await Center.OpenAsync();
        RingKeyId old = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        await Sealed.RotatedAsync(center);
        await RetiredAndApprovedAsync(center, center.KeyRings, old);
        await center.Restores.DeclareRestoredAsync(Center.Ada);

        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.KeyRings.CompleteDestructionAsync(Center.Ada, old));
        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.KeyRings.RequestDestructionAsync(Center.Ada, old));
    }

    [Fact]
    public async Task A_change_of_a_ring_is_remembered_outside_and_a_store_without_it_went_back()
    {
        await using Center center = await Center.OpenAsync(outside: Outside.Both);
        RingKeyId first = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        List<CreateDocument> copy = await center.BackUpAsync();
        await center.KeyRings.RotateAsync(Center.Ada, first);

        await center.RestoreAsync(copy);
        RestoreReport report = await center.Restores.LookAsync(Center.Ada);
        RestoreReport reconciled = await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);

        Assert.True(report.IsRestored);
        Assert.Equal((false, 0), (reconciled.IsRestored, reconciled.UntrustedReceipts));
    }

    [Fact]
    public async Task A_summary_never_holds_a_wrap()
    {
        await using Center center = await Center.OpenAsync();
        KeyRingSummary ring = await center.KeyRings.RotateAsync(Center.Ada, replaces: null);
        string[] wraps = [.. (await WrapsAsync(center)).Select(wrap => Convert.ToBase64String(wrap.Key.Ciphertext.Span))];

        string text = System.Text.Json.JsonSerializer.Serialize(ring) + ring + ring.Keys[0];
        List<string> outside = [.. (await center.ContentAsync()).Where(line => !line.StartsWith("key-rings", StringComparison.Ordinal))];

        Assert.Equal("main, spare", string.Join(", ", ring.Keys[0].Roots));
        Assert.All(wraps, wrap => Assert.DoesNotContain(wrap, text, StringComparison.Ordinal));
        Assert.All(wraps, wrap => Assert.DoesNotContain(outside, line => line.Contains(wrap, StringComparison.Ordinal)));
    }

    internal static async Task RetiredAndApprovedAsync(Center center, KeyRingService service, RingKeyId key)
    {
        await service.RetireAsync(Center.Ada, key);
        await Sealed.ClockIsRightAsync(center);
        KeyRingSummary asked = await service.RequestDestructionAsync(Center.Ada, key);
        await service.ApproveDestructionAsync(Center.Abe, key, asked.Find(key)!.Destruction!.ProofDigest);
        center.Time.Advance(TimeSpan.FromDays(35));
        await Sealed.ClockIsRightAsync(center);
    }

    internal static async Task<string[]> CodesAsync(Func<Task> attempt) => [.. (await Assert.ThrowsAsync<ValidationFailedException>(attempt)).Issues.Select(issue => issue.Code)];

    internal static async Task<List<string>> ActionsAsync(Center center, string kind, string id)
    {
        var actions = new List<string>();
        await foreach (JournalEntry entry in new Journal(center.Documents, Center.Keys).OfAsync(new AuditEntity(Center.Tenant.Value, kind, id), CancellationToken.None))
        {
            actions.AddRange(entry.Lines.Select(line => line.Fact!.Action));
        }

        return actions;
    }

    private static async Task<IReadOnlyList<RootWrap>> WrapsAsync(Center center) =>
        [.. (await KeyRingDocument.LoadAsync(center.Documents, Center.Tenant, CancellationToken.None))!.Ring.Keys.SelectMany(key => key.Wraps)];
}
