using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;

namespace QualityKit.Services.Tests.Services;

/// <summary>Keys as recordings get them: from memory or from a root, right or not at all.</summary>
public sealed class TenantKeysTests : IClassFixture<Databases>
{
    private readonly SwitchedWrapper _root = new(new InMemoryKeyWrapper());

    private IReadOnlyList<KeyValuePair<string, IKeyWrapper>> Roots => [KeyValuePair.Create<string, IKeyWrapper>("main", _root)];

    [Fact]
    public async Task A_key_is_asked_of_its_root_once_for_a_while_and_a_number_of_uses()
    {
        await using Center center = await Center.OpenAsync();
        center.KeyOptions.MostUses = 5;
        KeyTools node = center.Node(Roots);
        await WrapAsync(node);
        int made = _root.Unwraps;

        for (int use = 0; use < 5; use++)
        {
            await WrapAsync(node);
        }

        Assert.Equal(made, _root.Unwraps);
        await WrapAsync(node);
        Assert.Equal(made + 1, _root.Unwraps);
        center.Time.Advance(center.KeyOptions.KeepFor);
        await WrapAsync(node);
        Assert.Equal(made + 2, _root.Unwraps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keys_on_their_way_to_a_root_and_back_are_where_nothing_moves_them_and_wiped(bool bindsContext)
    {
        await using Center center = await Center.OpenAsync();
        var root = new HoldingWrapper(bindsContext);
        KeyTools node = center.Node([KeyValuePair.Create<string, IKeyWrapper>("main", root), KeyValuePair.Create<string, IKeyWrapper>("spare", new InMemoryKeyWrapper())]);

        await WrapAsync(node);
        root.Rotate();
        await new KeyRingService(node).RotateRootAsync(Center.Ada);

        Assert.True(root.Buffers.Count > 3, $"{root.Buffers.Count} buffers");
        Assert.All(root.Buffers, buffer => Assert.All(buffer, one => Assert.Equal(0, one)));
        Assert.Equal(0, root.Movable);
    }

    [Fact]
    public async Task A_hundred_who_ask_at_once_ask_a_root_once()
    {
        await using Center center = await Center.OpenAsync();
        await WrapAsync(center.Node(Roots));
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (int before, _root.Waits) = (_root.Unwraps, gate.Task);
        KeyTools node = center.Node(Roots);

        Task[] all = [.. Enumerable.Range(0, 100).Select(_ => Task.Run(() => WrapAsync(node)))];
        using var stop = new CancellationTokenSource();
        Task<WrappingKey> impatient = node.Keys.ForWrappingAsync(Center.Tenant, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        gate.SetResult();
        await Task.WhenAll(all);

        Assert.Equal(before + 1, _root.Unwraps);
    }

    [Fact]
    public async Task What_somebody_has_stays_theirs_and_throws_when_they_disposed_it()
    {
        await using Center center = await Center.OpenAsync();
        center.KeyOptions.MostKept = 1;
        KeyTools node = center.Node(Roots);
        WrappingKey first = await node.Keys.ForWrappingAsync(Center.Tenant, CancellationToken.None);
        WrappingKey second = await node.Keys.ForWrappingAsync(Center.Tenant, CancellationToken.None);
        using DataKey data = QualityKit.Vault.RandomKeys.NewDataKey();
        first.Key.Dispose();
        first.Key.Dispose();

        // The cache has room for one: the key of another tenant takes its place.
        (await node.Keys.ForWrappingAsync(new("other"), CancellationToken.None)).Key.Dispose();
        EnvelopeWrap wrap = second.Key.Wrap(data);

        Assert.Throws<ObjectDisposedException>(() => first.Key.Wrap(data));
        Assert.Throws<ObjectDisposedException>(() => first.Key.Unwrap(wrap));
        second.Key.Unwrap(wrap)!.Dispose();
        second.Key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => second.Key.Wrap(data));
    }

    [Fact]
    public async Task While_a_root_does_not_answer_a_key_in_memory_wraps_for_a_day_and_does_not_read()
    {
        await using Center center = await Center.OpenAsync();
        KeyTools node = center.Node(Roots);
        using DataKey data = await Sealed.StoreAsync(node, "rec-1");
        _root.IsOff = true;

        center.Time.Advance(TimeSpan.FromHours(23));
        await WrapAsync(node);
        await AssertRetryableAsync(() => Sealed.OpensAsync(node, "rec-1", data));
        center.Time.Advance(TimeSpan.FromHours(1));
        await AssertRetryableAsync(() => WrapAsync(node));
        _root.IsOff = false;

        Assert.True(await Sealed.OpensAsync(node, "rec-1", data));
        await WrapAsync(node);
    }

    [Fact]
    public async Task A_second_protector_opens_what_the_first_does_not()
    {
        await using Center center = await Center.OpenAsync();
        KeyValuePair<string, IKeyWrapper> spare = KeyValuePair.Create<string, IKeyWrapper>("spare", new InMemoryKeyWrapper());
        using DataKey data = await Sealed.StoreAsync(center.Node([.. Roots, spare]), "rec-1");
        _root.IsOff = true;

        Assert.True(await Sealed.OpensAsync(center.Node([.. Roots, spare]), "rec-1", data));
        Assert.True(await Sealed.OpensAsync(center.Node([spare]), "rec-1", data));
        await AssertRetryableAsync(() => Sealed.OpensAsync(center.Node(Roots), "rec-1", data));
    }

    [Fact]
    public async Task A_wrapper_that_throws_or_never_answers_is_one_that_is_not_there()
    {
        await using Center center = await Center.OpenAsync();
        using DataKey data = await Sealed.StoreAsync(center.Node(Roots), "rec-1");
        _root.Waits = Task.FromException(new InvalidOperationException("no"));
        await AssertRetryableAsync(() => Sealed.OpensAsync(center.Node(Roots), "rec-1", data));
        Assert.Contains(1603, center.Lines.All.Select(line => line.Id));

        _root.Waits = new TaskCompletionSource().Task;
        Task<bool> opens = Sealed.OpensAsync(center.Node(Roots), "rec-1", data);
        while (!opens.IsCompleted)
        {
            center.Time.Advance(center.KeyOptions.RootTimeout);
            await Task.Yield();
        }

        await AssertRetryableAsync(() => opens);
    }

    [Fact]
    public async Task A_key_that_comes_back_wrong_stops_its_tenant_and_no_other()
    {
        await using Center center = await Center.OpenAsync();
        using DataKey data = await Sealed.StoreAsync(center.Node(Roots), "rec-1");
        KeyTools node = center.Node(Roots);
        _root.WrongAt = _root.Unwraps + 1;

        KeyUnavailableException wrong = await Assert.ThrowsAsync<KeyUnavailableException>(() => Sealed.OpensAsync(node, "rec-1", data));
        await Assert.ThrowsAsync<KeyUnavailableException>(() => WrapAsync(node));
        (await node.Keys.ForWrappingAsync(new("other"), CancellationToken.None)).Key.Dispose();

        Assert.False(wrong.IsRetryable);
        Assert.Equal(1, node.Keys.Rings.Quarantined);
        Assert.Equal([1600], center.Lines.All.Select(line => line.Id).Distinct());
        center.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await Sealed.OpensAsync(node, "rec-1", data));
        Assert.Equal(0, node.Keys.Rings.Quarantined);
    }

    [Fact]
    public async Task A_key_that_a_node_does_not_know_yet_is_looked_for_once_a_second()
    {
        await using Center center = await Center.OpenAsync();
        center.KeyOptions.Policy = new() { VisibilityDelay = TimeSpan.Zero };
        using DataKey first = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        var store = new CountedStore(center.Documents, "key-rings");
        KeyTools node = center.Node(store: store);
        Assert.True(await Sealed.OpensAsync(node, "rec-1", first));
        await Sealed.RotatedAsync(center);
        using DataKey second = await Sealed.StoreAsync(center.KeyTools, "rec-2");
        center.Time.Advance(TimeSpan.FromSeconds(1));
        int before = store.Reads;

        Assert.True(await Sealed.OpensAsync(node, "rec-2", second));
        Assert.Equal(before + 1, store.Reads);
        Envelope unknown = (await Sealed.ReadAsync(node, "rec-2")).With([Unknown((await Sealed.ReadAsync(node, "rec-2")).Wraps[0])]);
        for (int attempt = 0; attempt < 50; attempt++)
        {
            await AssertRetryableAsync(() => node.Keys.UnwrapAsync(Center.Tenant, unknown, allowCompromised: false, CancellationToken.None).AsTask());
        }

        Assert.Equal(before + 1, store.Reads);
        center.Time.Advance(TimeSpan.FromSeconds(1));
        await AssertRetryableAsync(() => node.Keys.UnwrapAsync(Center.Tenant, unknown, allowCompromised: false, CancellationToken.None).AsTask());
        Assert.Equal(before + 2, store.Reads);
    }

    [Fact]
    public async Task A_ring_that_is_gone_is_not_made_anew()
    {
        await using Center center = await Center.OpenAsync();
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        Document ring = (await center.Documents.ReadAsync(Center.Tenant, KeyRingDocument.Key, CancellationToken.None))!;
        await center.Documents.CommitAsync(DocumentBatch.For(Center.Tenant, CommandId.New()).Delete(ring.Key, ring.Version), CancellationToken.None);

        KeyUnavailableException here = await Assert.ThrowsAsync<KeyUnavailableException>(() => WrapAsync(center.KeyTools));
        KeyUnavailableException elsewhere = await Assert.ThrowsAsync<KeyUnavailableException>(() => WrapAsync(center.Node()));

        Assert.Contains("it is gone", here.Message, StringComparison.Ordinal);
        Assert.Contains("none is made in its place", elsewhere.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_former_secret_is_believed_and_the_next_change_has_the_new_one()
    {
        await using Center center = await Center.OpenAsync();
        RingKeyId first = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        var anew = new KeyOptions { Secret = new(Enumerable.Repeat((byte)7, 32).ToArray()), FormerSecrets = { center.KeyOptions.Secret! } };

        await new KeyRingService(center.Node(options: anew)).RotateAsync(Center.Ada, first);

        await WrapAsync(center.Node(options: new() { Secret = anew.Secret }));
        await Assert.ThrowsAsync<KeyUnavailableException>(() => WrapAsync(center.Node()));
    }

    internal static async Task WrapAsync(KeyTools node) => (await node.Keys.ForWrappingAsync(Center.Tenant, CancellationToken.None)).Key.Dispose();

    private static async Task AssertRetryableAsync(Func<Task> attempt) => Assert.True((await Assert.ThrowsAsync<KeyUnavailableException>(attempt)).IsRetryable);

    private static EnvelopeWrap Unknown(EnvelopeWrap wrap) => wrap with { Key = wrap.Key with { KeyVersion = new("ring", new string('9', 32)) } };
}
