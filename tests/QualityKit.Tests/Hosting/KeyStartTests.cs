using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QualityKit.Hosting;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;
using QualityKit.Tests.Services;

namespace QualityKit.Tests.Hosting;

/// <summary>A host starts only where what is stored opens with the roots and the secret that it has.</summary>
public sealed class KeyStartTests
{
    private static readonly Actor Ann = new() { Tenant = new("acme"), Id = new("ann"), Roles = ["administrator"] };
    private static readonly RingSecret Secret = new(new byte[32]);

    private readonly InMemoryDocumentStore _store = new(CoreSchema.Schema);
    private readonly Made _main = new();
    private readonly Made _spare = new();

    [Fact]
    public async Task A_new_root_is_made_at_start_and_rings_are_wrapped_by_all()
    {
        using var log = new LogBook();
        await using ServiceProvider host = Host(log, builder => builder.UseKeyRoot("main", _ => _main).UseKeyRoot("spare", _ => _spare));

        await StartAsync(host);
        KeyRingSummary ring = await host.GetRequiredService<KeyRingService>().RotateAsync(Ann, replaces: null);

        Assert.Equal((true, true), (_main.IsThere, _spare.IsThere));
        Assert.Equal("main, spare", string.Join(", ", ring.Keys[0].Roots));
        Assert.DoesNotContain(1602, log.Lines.Select(line => line.Id));
        Assert.Same(host.GetRequiredService<TenantKeys>(), host.GetRequiredKeyedService<TenantKeys>(QualityKitOptions.DefaultName));
    }

    [Fact]
    public async Task A_single_root_is_a_warning()
    {
        using var log = new LogBook();
        await using ServiceProvider host = Host(log, builder => builder.UseKeyRoot("main", _ => _main));

        await StartAsync(host);

        Assert.Contains(1602, log.Lines.Select(line => line.Id));
    }

    [Fact]
    public async Task Keys_in_memory_have_to_be_wanted_and_are_a_warning()
    {
        using var log = new LogBook();
        await using ServiceProvider host = Host(log, builder => builder.UseEphemeralKeys(), secret: null);

        await StartAsync(host);

        Assert.Equal("ephemeral", (await host.GetRequiredService<KeyRingService>().RotateAsync(Ann, replaces: null)).Root);
        Assert.Contains(1601, log.Lines.Select(line => line.Id));
        await RefusedAsync(builder => builder.UseEphemeralKeys(), "authenticates none of 1 rings", secret: null);
    }

    [Fact]
    public async Task A_host_without_the_secret_or_the_root_of_a_ring_does_not_start()
    {
        await using (ServiceProvider host = Host(new LogBook(), builder => builder.UseKeyRoot("main", _ => _main)))
        {
            await StartAsync(host);
            await host.GetRequiredService<KeyRingService>().RotateAsync(Ann, replaces: null);
        }

        await RefusedAsync(builder => builder, "neither `Keys.Secret` nor a root", secret: null);
        await RefusedAsync(builder => builder.UseKeyRoot("main", _ => _main), "authenticates none of 1 rings", new(Enumerable.Repeat((byte)1, 32).ToArray()));
        await RefusedAsync(builder => builder.UseKeyRoot("other", _ => _spare), "is wrapped by `main`, and the host has no such root");
        await RefusedAsync(builder => builder.UseKeyRoot("main", _ => new Made { IsThere = true }), "it is another one");
        Assert.False(_spare.IsThere);
    }

    [Fact]
    public async Task A_secret_of_a_root_that_is_gone_is_not_made_anew_while_a_ring_needs_it()
    {
        await using (ServiceProvider host = Host(new LogBook(), builder => builder.UseKeyRoot("main", _ => _main).UseKeyRoot("spare", _ => _spare)))
        {
            await StartAsync(host);
            await host.GetRequiredService<KeyRingService>().RotateAsync(Ann, replaces: null);
        }

        _main.IsThere = false;

        await RefusedAsync(builder => builder.UseKeyRoot("main", _ => _main).UseKeyRoot("spare", _ => _spare), "the secret of the root `main` is gone");
        Assert.False(_main.IsThere);
    }

    [Fact]
    public async Task A_version_of_a_root_that_is_gone_is_named_with_the_keys_that_nothing_opens_and_the_host_starts()
    {
        Actor bea = Ann with { Tenant = new("zeta") };
        RingKeyId lost;
        await using (ServiceProvider host = Host(new LogBook(), builder => builder.UseKeyRoot("main", _ => _main)))
        {
            await StartAsync(host);
            KeyRingService keys = host.GetRequiredService<KeyRingService>();
            await keys.RotateAsync(Ann, replaces: null);
            lost = (await keys.RotateAsync(bea, replaces: null)).Active!.Id;
            _main.Rotate(Ann.Tenant, bea.Tenant);
            await keys.RotateRootAsync(Ann);
        }

        _main.Forget("1");
        using var log = new LogBook();
        await using ServiceProvider again = Host(log, builder => builder.UseKeyRoot("main", _ => _main));

        await StartAsync(again);

        Assert.Single(log.Lines, line => line.Id == 1608 && line.Text.Contains("of `zeta`", StringComparison.Ordinal));
        Assert.Contains($"`zeta`, and nothing opens what they alone wrap: {lost} (Active; main memory", Assert.Single(log.Lines, line => line.Id == 1609).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_gone_is_no_loss_where_another_root_opens_what_it_wrapped()
    {
        await using (ServiceProvider host = Host(new LogBook(), builder => builder.UseKeyRoot("main", _ => _main).UseKeyRoot("spare", _ => _spare)))
        {
            await StartAsync(host);
            await host.GetRequiredService<KeyRingService>().RotateAsync(Ann, replaces: null);
        }

        _main.Rotate(Ann.Tenant);
        _main.Forget("1");
        using var log = new LogBook();
        await using ServiceProvider again = Host(log, builder => builder.UseKeyRoot("main", _ => _main).UseKeyRoot("spare", _ => _spare));
        await StartAsync(again);
        await again.GetRequiredService<KeyRingService>().RotateRootAsync(Ann);
        using var healed = new LogBook();
        await using ServiceProvider last = Host(healed, builder => builder.UseKeyRoot("main", _ => _main).UseKeyRoot("spare", _ => _spare));
        await StartAsync(last);

        Assert.Equal([1608], log.Lines.Select(line => line.Id).Where(id => id is 1608 or 1609));
        Assert.DoesNotContain(1608, healed.Lines.Select(line => line.Id));
    }

    [Fact]
    public async Task One_ring_that_is_not_authentic_stops_its_tenant_alone()
    {
        await using (ServiceProvider host = Host(new LogBook(), builder => builder.UseKeyRoot("main", _ => _main)))
        {
            await StartAsync(host);
            await host.GetRequiredService<KeyRingService>().RotateAsync(Ann, replaces: null);
        }

        Document ring = (await _store.ReadAsync(Ann.Tenant, new("key-rings", "ring"), default))!;
        await _store.CommitAsync(DocumentBatch.For(new("zeta"), CommandId.New()).Create(ring.Key, ring.Body), default);
        using var log = new LogBook();
        await using ServiceProvider again = Host(log, builder => builder.UseKeyRoot("main", _ => _main));

        await StartAsync(again);
        await Assert.ThrowsAsync<KeyUnavailableException>(() => again.GetRequiredService<KeyRingService>().GetAsync(Ann with { Tenant = new("zeta") }));
        HealthReport health = await again.GetRequiredService<HealthService>().ReadAsync(default);

        Assert.Contains(1600, log.Lines.Select(line => line.Id));
        Assert.NotNull(await again.GetRequiredService<KeyRingService>().GetAsync(Ann));
        Assert.Equal((1, true), (health.TenantsWithoutKeys, health.Problems.Contains(HealthProblem.KeysRefused)));
    }

    [Fact]
    public void What_is_wrong_with_keys_is_said_at_start()
    {
        var services = new ServiceCollection();
        services.AddQualityKit(options =>
        {
            options.Keys.RefreshAfter = TimeSpan.Zero;
            options.Keys.KeepFor = TimeSpan.FromDays(2);
            options.Keys.MostUses = 0;
            options.Keys.MostKept = 0;
            options.Keys.MaxStaleWrap = TimeSpan.FromDays(8);
            options.Keys.RootTimeout = TimeSpan.Zero;
            options.Keys.RotationPeriod = TimeSpan.Zero;
            options.Keys.RewrapsPerSecond = 0;
            options.Keys.MostWaitingRewraps = 0;
            options.Keys.Lease = TimeSpan.Zero;
        }).UseKeyRoot("a", _ => _main).UseKeyRoot("a", _ => _spare);
        services.AddQualityKit("five", options =>
        {
            options.Keys.Secret = Secret;
            options.Keys.RefreshAfter = TimeSpan.FromMinutes(6);
        }).UseKeyRoot("1", _ => _main).UseKeyRoot("2", _ => _main).UseKeyRoot("3", _ => _main).UseKeyRoot("4", _ => _main).UseKeyRoot("5", _ => _main);
        services.AddQualityKit("none", options => options.Keys.Secret = Secret);
        using ServiceProvider provider = services.BuildServiceProvider();

        string[] problems = [.. Problems(provider, ""), .. Problems(provider, "five"), .. Problems(provider, "none")];

        Assert.Equal(
            [
                "`Keys.RefreshAfter` is 00:00:00: it must lie between 00:00:01 and 01:00:00",
                "`Keys.KeepFor` is 2.00:00:00: it must lie between 00:00:01 and 1.00:00:00",
                "`Keys.MostUses` is 0: it must lie between 1 and 2147483647",
                "`Keys.MostKept` is 0: it must lie between 1 and 1000000",
                "`Keys.MaxStaleWrap` is 8.00:00:00: it must lie between 00:00:00 and 7.00:00:00",
                "`Keys.RootTimeout` is 00:00:00: it must lie between 00:00:00.1000000 and 00:10:00",
                "`Keys.RotationPeriod` is 00:00:00: it must lie between 00:00:01 and 1.00:00:00",
                "`Keys.RewrapsPerSecond` is 0: it must lie between 1 and 100000",
                "`Keys.MostWaitingRewraps` is 0: it must lie between 1 and 100000",
                "`Keys.Lease` is 00:00:00: it must lie between 00:01:00 and 1.00:00:00",
                "two roots of keys are called `a`: give each a name of its own",
                "there is a root of keys and no `Keys.Secret`: rings are authenticated with a secret from outside the database",
                "`Keys.Policy.VisibilityDelay` is 00:10:00: it must be 0, or twice `Keys.RefreshAfter` (00:06:00) or more",
                "there are 5 roots of keys: at most 4 wrap a key",
                "there is a `Keys.Secret` and no root of keys: call `UseKeyRoot` or `UseKeyFile` behind `AddQualityKit`",
            ],
            problems);
    }

    private static ImmutableArray<string> Problems(IServiceProvider provider, string name) =>
        [.. Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptionsMonitor<QualityKitOptions>>().Get(name)).Failures];

    private static ValueTask StartAsync(IServiceProvider host) => host.GetRequiredService<QualityKitStartup>().StartAsync(default);

    private ServiceProvider Host(LogBook log, Func<IQualityKitBuilder, IQualityKitBuilder> build) => Host(log, build, Secret);

    private ServiceProvider Host(LogBook log, Func<IQualityKitBuilder, IQualityKitBuilder> build, RingSecret? secret)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => Microsoft.Extensions.Logging.LoggingBuilderExtensions.AddProvider(logging, log));
        build(services.AddQualityKit(options => options.Keys.Secret = secret).UseDocumentStore("UseShared", "", (_, _) => new Durable(_store)));
        return services.BuildServiceProvider();
    }

    private Task RefusedAsync(Func<IQualityKitBuilder, IQualityKitBuilder> build, string why) => RefusedAsync(build, why, Secret);

    private async Task RefusedAsync(Func<IQualityKitBuilder, IQualityKitBuilder> build, string why, RingSecret? secret)
    {
        using var log = new LogBook();
        await using ServiceProvider host = Host(log, build, secret);
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(host).AsTask());
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A store in memory that outlives its hosts.</summary>
    private sealed class Durable(InMemoryDocumentStore store) : IDocumentStore, IStoreMaintenance
    {
        public DocumentCapabilities Capabilities => store.Capabilities with { IsDurable = true };

        public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => store.ReadAsync(tenant, key, cancellationToken);

        public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => store.QueryAsync(tenant, query, cancellationToken);

        public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => store.CountAsync(tenant, query, limit, cancellationToken);

        public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) => store.CommitAsync(batch, cancellationToken);

        public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) => store.EnsureSchemaAsync(cancellationToken);

        public IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken) => store.FindDueWorkAsync(until, limit, cancellationToken);

        public IAsyncEnumerable<TenantId> ListTenantsAsync(CancellationToken cancellationToken) => store.ListTenantsAsync(cancellationToken);

        public IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, CancellationToken cancellationToken) => store.ExportAsync(tenant, cancellationToken);

        public ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken) => store.DestroyTenantAsync(tenant, cancellationToken);
    }

    /// <summary>A root whose secret is made once.</summary>
    private sealed class Made : IKeyWrapper, IKeyMaker
    {
        private readonly InMemoryKeyWrapper _wrapper = new();
        private readonly HashSet<string> _forgotten = [];

        public void Rotate(params TenantId[] tenants) => Array.ForEach(tenants, tenant => _wrapper.Rotate(tenant));

        public void Forget(string version) => _forgotten.Add(version);

        public bool IsThere { get; set; }

        public KeyWrapperCapabilities Capabilities => _wrapper.Capabilities with { CanDestroy = false };

        public ValueTask<bool> ExistsAsync(CancellationToken cancellationToken) => new(IsThere);

        public ValueTask CreateAsync(CancellationToken cancellationToken)
        {
            IsThere = true;
            return default;
        }

        public ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => _wrapper.WrapAsync(tenant, context, key, cancellationToken);

        public ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken) =>
            requests.Any(request => _forgotten.Contains(request.Wrapped.KeyVersion.Version))
                ? new([.. requests.Select(_ => UnwrapResult.Refused(KeyAnswer.Destroyed))])
                : _wrapper.UnwrapAsync(tenant, requests, cancellationToken);
    }
}
