using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;

namespace QualityKit.Storage.Tests.Hosting;

public class SlotTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public void One_call_gives_documents_blobs_and_their_maintenance()
    {
        new Builder(_services).UseInMemory();
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.IsType<CheckedDocumentStore>(provider.GetRequiredKeyedService<IDocumentStore>("quality"));
        Assert.Same(provider.GetRequiredKeyedService<InMemoryDocumentStore>("quality"), provider.GetRequiredKeyedService<IStoreMaintenance>("quality"));
        Assert.IsType<InMemoryBlobStore>(provider.GetRequiredKeyedService<IBlobStore>("quality"));
        Assert.True(StorageSlots.IsFilled<IDocumentStore>(provider, "quality"));
    }

    [Fact]
    public void Calling_again_with_the_same_settings_changes_nothing()
    {
        new Builder(_services).UseInMemory().UseInMemory();
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Single(provider.GetKeyedServices<IDocumentStore>("quality"));
        Assert.Empty(StorageSlots.Problems(provider, "quality"));
    }

    [Fact]
    public void Two_calls_for_one_slot_are_refused_and_both_are_named()
    {
        new Builder(_services).UseInMemory().UseDocumentStore("UseOther", "", (_, schema) => new OtherStore(schema));
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Equal("the document store is filled by `UseInMemory` and `UseOther`: keep one", Assert.Single(StorageSlots.Problems(provider, "quality")));
        var refused = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<IDocumentStore>("quality"));
        Assert.Contains("`UseInMemory` and `UseOther`", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_call_with_other_settings_is_refused_and_the_settings_are_not_told()
    {
        new Builder(_services)
            .UseBlobStore("UseFiles", "password=one", _ => new InMemoryBlobStore())
            .UseBlobStore("UseFiles", "password=two", _ => new InMemoryBlobStore());
        using ServiceProvider provider = _services.BuildServiceProvider();

        string problem = Assert.Single(StorageSlots.Problems(provider, "quality"));
        Assert.Equal("the blob store is filled more than once, by `UseFiles` with different settings: keep one", problem);
        Assert.Equal(problem, Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<IBlobStore>("quality")).Message);
    }

    [Fact]
    public void Two_names_are_two_sets_of_stores()
    {
        new Builder(_services).UseInMemory();
        new Builder(_services, "second").UseInMemory();
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.NotSame(provider.GetRequiredKeyedService<IBlobStore>("quality"), provider.GetRequiredKeyedService<IBlobStore>("second"));
        Assert.NotSame(provider.GetRequiredKeyedService<IStoreMaintenance>("quality"), provider.GetRequiredKeyedService<IStoreMaintenance>("second"));
    }

    [Fact]
    public void Nothing_chosen_is_not_filled()
    {
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.False(StorageSlots.IsFilled<IBlobStore>(provider, "quality"));
        Assert.Empty(StorageSlots.Problems(provider, "quality"));
    }

    [Fact]
    public void Roots_add_up_in_order_and_are_disposed_with_the_services()
    {
        var first = new Wrapper();
        new Builder(_services).UseKeyRoot("a", _ => first).UseKeyRoot("b", _ => new Wrapper());
        using (ServiceProvider provider = _services.BuildServiceProvider())
        {
            Assert.Equal(["a", "b"], provider.GetKeyedServices<KeyRoot>("quality").Select(root => root.ToString()));
            Assert.True(provider.GetKeyedServices<KeyRoot>("quality").First().Wrapper.Capabilities.BindsContext);
            Assert.False(first.IsDisposed);
        }

        Assert.True(first.IsDisposed);
        Assert.Throws<ArgumentException>(() => new Builder(_services).UseKeyRoot("", _ => first));
    }

    [Fact]
    public void A_choice_never_prints_its_settings() =>
        Assert.Equal("UseSqlite", new SlotChoice { Slot = typeof(IDocumentStore), Call = "UseSqlite", Settings = "password=secret" }.ToString());

    private sealed class Wrapper : IKeyWrapper, IDisposable
    {
        public bool IsDisposed { get; private set; }

        public KeyWrapperCapabilities Capabilities { get; } = new() { ProviderId = "test", BindsContext = false, CanDestroy = false };

        public ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => new(WrapResult.Refused(KeyAnswer.Unavailable));

        public ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken) =>
            new([.. requests.Select(_ => UnwrapResult.Refused(KeyAnswer.Unavailable))]);

        public void Dispose() => IsDisposed = true;
    }
}
