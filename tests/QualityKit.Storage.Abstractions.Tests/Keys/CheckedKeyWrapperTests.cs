using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;

namespace QualityKit.Storage.Tests.Keys;

public class CheckedKeyWrapperTests
{
    private static readonly TenantId Tenant = new("acme");
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];

    public static TheoryData<string> Wrappers => ["in memory", "unbound"];

    [Theory]
    [MemberData(nameof(Wrappers))]
    public async Task A_key_comes_back_for_its_tenant_and_context_and_for_no_other(string wrapper)
    {
        CheckedKeyWrapper keys = Checked(wrapper);
        WrappedKey wrapped = (await keys.WrapAsync(Tenant, "call 7"u8.ToArray(), Key, default)).Wrapped!;

        Assert.Equal(Key, await Unwrap(keys, Tenant, wrapped, "call 7"));
        Assert.Null(await Unwrap(keys, Tenant, wrapped, "call 8"));
        Assert.Null(await Unwrap(keys, Tenant, wrapped, ""));
        Assert.Null(await Unwrap(keys, new TenantId("other"), wrapped, "call 7"));
        Assert.True(keys.Capabilities.BindsContext);
    }

    [Fact]
    public async Task Tenant_and_context_do_not_run_into_each_other()
    {
        CheckedKeyWrapper keys = Checked("unbound");
        WrappedKey wrapped = (await keys.WrapAsync(new TenantId("ab"), "c"u8.ToArray(), Key, default)).Wrapped!;

        Assert.Null(await Unwrap(keys, new TenantId("a"), wrapped, "bc"));
        Assert.Equal(Key, await Unwrap(keys, new TenantId("ab"), wrapped, "c"));
    }

    [Fact]
    public async Task A_wrapper_that_binds_nothing_is_given_a_digest_behind_the_key_and_the_caller_does_not_see_it()
    {
        var unbound = new UnboundWrapper();
        var keys = new CheckedKeyWrapper(unbound);
        byte[] longest = new byte[KeyLimits.CallerKeyBytes];

        WrappedKey wrapped = (await keys.WrapAsync(Tenant, default, longest, default)).Wrapped!;

        Assert.Equal(KeyLimits.KeyBytes, unbound.Given);
        byte[] destination = Filled();
        UnwrapResult result = (await keys.UnwrapAsync(Tenant, [Request(wrapped, "", destination)], default))[0];
        Assert.Equal(64, result.Length);
        Assert.All(destination[64..], left => Assert.Equal(0, left));
    }

    [Fact]
    public async Task A_key_for_something_else_is_wiped()
    {
        CheckedKeyWrapper keys = Checked("unbound");
        WrappedKey wrapped = (await keys.WrapAsync(Tenant, "call 7"u8.ToArray(), Key, default)).Wrapped!;
        byte[] destination = new byte[KeyLimits.KeyBytes];

        UnwrapResult result = (await keys.UnwrapAsync(Tenant, [Request(wrapped, "call 8", destination)], default))[0];

        Assert.Equal(KeyAnswer.Wrong, result.Answer);
        Assert.Equal(0, result.Length);
        Assert.All(destination, left => Assert.Equal(0, left));
    }

    [Fact]
    public async Task What_was_never_wrapped_is_wrong()
    {
        CheckedKeyWrapper keys = Checked("unbound");
        var tooShort = new WrappedKey { KeyVersion = new KeyVersionId("file", "1"), Ciphertext = new byte[32] };

        Assert.Null(await Unwrap(keys, Tenant, tooShort, ""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public async Task A_key_outside_its_range_is_refused(int length) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Checked("in memory").WrapAsync(Tenant, default, new byte[length], default).AsTask());

    [Fact]
    public async Task A_context_a_destination_and_a_ciphertext_have_their_limits()
    {
        CheckedKeyWrapper keys = Checked("in memory");
        WrappedKey wrapped = (await keys.WrapAsync(Tenant, new byte[KeyLimits.ContextBytes], Key, default)).Wrapped!;
        Task Asked(UnwrapRequest request) => keys.UnwrapAsync(Tenant, [request], default).AsTask();
        UnwrapRequest right = Request(wrapped, "", Filled());

        await Assert.ThrowsAsync<ArgumentException>(() => keys.WrapAsync(Tenant, new byte[KeyLimits.ContextBytes + 1], Key, default).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => Asked(right with { Context = new byte[KeyLimits.ContextBytes + 1] }));
        await Assert.ThrowsAsync<ArgumentException>(() => Asked(right with { Destination = new byte[KeyLimits.KeyBytes - 1] }));
        await Assert.ThrowsAsync<ArgumentException>(() => Asked(right with { Wrapped = wrapped with { Ciphertext = default } }));
        await Assert.ThrowsAsync<ArgumentException>(() => Asked(right with { Wrapped = wrapped with { Ciphertext = new byte[KeyLimits.CiphertextBytes + 1] } }));
        await Assert.ThrowsAsync<ArgumentException>(() => keys.UnwrapAsync(Tenant, [], default).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => keys.UnwrapAsync(Tenant, [.. Enumerable.Repeat(right, KeyLimits.BatchKeys + 1)], default).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => keys.WrapAsync(new TenantId(""), default, Key, default).AsTask());
    }

    [Fact]
    public async Task A_wrapper_that_leaves_an_answer_out_is_told()
    {
        var keys = new CheckedKeyWrapper(new UnboundWrapper { ForgetsAnswers = true });
        WrappedKey wrapped = (await keys.WrapAsync(Tenant, default, Key, default)).Wrapped!;

        var told = await Assert.ThrowsAsync<InvalidOperationException>(() => keys.UnwrapAsync(Tenant, [Request(wrapped, "", Filled())], default).AsTask());
        Assert.Equal("`unbound` was asked for 1 keys and answered 0", told.Message);
    }

    [Fact]
    public async Task A_destroyed_version_unwraps_nothing_more_and_others_go_on()
    {
        var memory = new InMemoryKeyWrapper();
        var keys = new CheckedKeyWrapper(memory);
        WrappedKey old = (await keys.WrapAsync(Tenant, default, Key, default)).Wrapped!;
        KeyVersionId next = memory.Rotate(Tenant);
        WrappedKey fresh = (await keys.WrapAsync(Tenant, default, Key, default)).Wrapped!;

        Assert.Equal(next, fresh.KeyVersion);
        Assert.Equal(KeyAnswer.Done, await keys.DestroyAsync(Tenant, old.KeyVersion, default));
        Assert.Equal(KeyAnswer.Done, await keys.DestroyAsync(Tenant, old.KeyVersion, default));
        Assert.Equal(KeyAnswer.Wrong, await keys.DestroyAsync(Tenant, new KeyVersionId("memory", "3"), default));
        ImmutableArray<UnwrapResult> both = await keys.UnwrapAsync(Tenant, [Request(old, "", Filled()), Request(fresh, "", Filled())], default);
        Assert.Equal([KeyAnswer.Destroyed, KeyAnswer.Done], both.Select(result => result.Answer));
        Assert.False(memory.Switch(Tenant, old.KeyVersion, on: true));
    }

    [Fact]
    public async Task A_version_that_is_switched_off_answers_so_until_it_is_on_again()
    {
        var memory = new InMemoryKeyWrapper();
        WrappedKey wrapped = (await memory.WrapAsync(Tenant, default, Key, default)).Wrapped!;

        Assert.True(memory.Switch(Tenant, wrapped.KeyVersion, on: false));
        Assert.Equal(KeyAnswer.Disabled, (await memory.WrapAsync(Tenant, default, Key, default)).Answer);
        Assert.Equal(KeyAnswer.Disabled, (await memory.UnwrapAsync(Tenant, [Request(wrapped, "", Filled())], default))[0].Answer);
        Assert.True(memory.Switch(Tenant, wrapped.KeyVersion, on: true));
        Assert.Equal(Key, await Unwrap(memory, Tenant, wrapped, ""));
    }

    [Fact]
    public async Task A_wrapper_that_cannot_destroy_says_so()
    {
        var keys = new CheckedKeyWrapper(new UnboundWrapper());

        Assert.False(keys.Capabilities.CanDestroy);
        await Assert.ThrowsAsync<NotSupportedException>(() => keys.DestroyAsync(Tenant, new KeyVersionId("file", "1"), default).AsTask());
    }

    [Fact]
    public void A_wrapper_that_claims_too_much_or_has_no_name_is_refused()
    {
        var claims = new KeyWrapperCapabilities { ProviderId = "unbound", BindsContext = false, CanDestroy = true };

        Assert.Throws<ArgumentException>(() => new CheckedKeyWrapper(new UnboundWrapper { Capabilities = claims }));
        Assert.Throws<ArgumentException>(() => new CheckedKeyWrapper(new UnboundWrapper { Capabilities = claims with { CanDestroy = false, ProviderId = "No Name" } }));
    }

    [Fact]
    public void Answers_are_made_right_or_not_at_all()
    {
        Assert.Throws<ArgumentException>(() => WrapResult.Refused(KeyAnswer.Done));
        Assert.Throws<ArgumentException>(() => WrapResult.Refused(KeyAnswer.Wrong));
        Assert.Throws<ArgumentException>(() => UnwrapResult.Refused(KeyAnswer.Done));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnwrapResult.Done(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnwrapResult.Done(KeyLimits.KeyBytes + 1));
        Assert.Equal(TimeSpan.FromSeconds(2), UnwrapResult.Refused(KeyAnswer.Throttled, TimeSpan.FromSeconds(2)).RetryAfter);
    }

    [Fact]
    public void Nothing_prints_a_ciphertext()
    {
        var wrapped = new WrappedKey { KeyVersion = new KeyVersionId("k", "1"), Ciphertext = "secret"u8.ToArray() };

        Assert.Equal("wrapped by k/1", wrapped.ToString());
        Assert.Equal("unwrap what is wrapped by k/1", Request(wrapped, "", Filled()).ToString());
    }

    private static CheckedKeyWrapper Checked(string wrapper) => new(wrapper == "unbound" ? new UnboundWrapper() : new InMemoryKeyWrapper());

    private static byte[] Filled() => [.. Enumerable.Repeat((byte)0xAA, KeyLimits.KeyBytes)];

    private static UnwrapRequest Request(WrappedKey wrapped, string context, byte[] destination)
    {
        return new() { Wrapped = wrapped, Context = System.Text.Encoding.UTF8.GetBytes(context), Destination = destination };
    }

    private static async Task<byte[]?> Unwrap(IKeyWrapper keys, TenantId tenant, WrappedKey wrapped, string context)
    {
        byte[] destination = new byte[KeyLimits.KeyBytes];
        UnwrapResult result = (await keys.UnwrapAsync(tenant, [Request(wrapped, context, destination)], default))[0];
        return result.Answer == KeyAnswer.Done ? destination[..result.Length] : null;
    }
}
