using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;

namespace QualityKit;

/// <summary>How storage packages fill the slots of QualityKit. An application calls their <c>Use...</c>, not these.</summary>
public static class StorageBuilderExtensions
{
    /// <summary>Keeps documents and blobs in memory: for tests and trials, gone when the process ends.</summary>
    public static IQualityKitBuilder UseInMemory(this IQualityKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .UseDocumentStore(nameof(UseInMemory), "", (_, schema) => new InMemoryDocumentStore(schema))
            .UseBlobStore(nameof(UseInMemory), "", _ => new InMemoryBlobStore());
    }

    /// <summary>Keeps in memory what no other call gives a place. <c>AddQualityKit()</c> calls it, so that an application starts before anything was chosen.</summary>
    public static IQualityKitBuilder UseInMemoryByDefault(this IQualityKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        FillDocuments(builder, (_, schema) => new InMemoryDocumentStore(schema), isDefault: true);
        FillBlobs(builder, _ => new InMemoryBlobStore(), isDefault: true);
        return builder;
    }

    /// <summary>Fills the slot of documents. The store is made once a name, with the schema that the library registers under that name, and stands behind <see cref="CheckedDocumentStore"/>.</summary>
    /// <typeparam name="TStore">The store; disposed with the host's services.</typeparam>
    /// <param name="builder">What is built.</param>
    /// <param name="call">The call as a developer wrote it, for messages: <c>UseSqlite</c>.</param>
    /// <param name="settings">Text that is equal when the settings are; never printed.</param>
    /// <param name="create">Makes the store.</param>
    public static IQualityKitBuilder UseDocumentStore<TStore>(
        this IQualityKitBuilder builder, string call, string settings, Func<IServiceProvider, StoreSchema, TStore> create)
        where TStore : class, IDocumentStore, IStoreMaintenance
    {
        ArgumentNullException.ThrowIfNull(create);
        Choose<IDocumentStore>(builder, call, settings);
        FillDocuments(builder, create, isDefault: false);
        return builder;
    }

    /// <summary>Fills the slot of blobs.</summary>
    /// <param name="builder">What is built.</param>
    /// <param name="call">The call as a developer wrote it, for messages.</param>
    /// <param name="settings">Text that is equal when the settings are; never printed.</param>
    /// <param name="create">Makes the store, once a name; disposed with the host's services.</param>
    public static IQualityKitBuilder UseBlobStore(this IQualityKitBuilder builder, string call, string settings, Func<IServiceProvider, IBlobStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Choose<IBlobStore>(builder, call, settings);
        FillBlobs(builder, create, isDefault: false);
        return builder;
    }

    /// <summary>Adds a root of keys: a secret outside the database, behind a wrapper. There may be several, in order: the first wraps the keys of new rings, each key is wrapped by all of them, and any of them opens it.</summary>
    /// <param name="builder">What is built.</param>
    /// <param name="name">What the root is called, for ever: 1 to 128 bytes of UTF-8. Rings name it.</param>
    /// <param name="create">Makes the wrapper, once; disposed with the host's services. It stands behind <see cref="CheckedKeyWrapper"/>.</param>
    /// <exception cref="ArgumentException">The name is outside its range.</exception>
    public static IQualityKitBuilder UseKeyRoot(this IQualityKitBuilder builder, string name, Func<IServiceProvider, IKeyWrapper> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        StoreText.Guard(name, StoreLimits.IdBytes, nameof(name));
        builder.Services.AddKeyedSingleton(builder.Name, (provider, _) => new KeyRoot(name, create(provider)));
        return builder;
    }

    private static void Choose<TSlot>(IQualityKitBuilder builder, string call, string settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(call);
        ArgumentNullException.ThrowIfNull(settings);
        builder.Services.AddKeyedSingleton(builder.Name, new SlotChoice { Slot = typeof(TSlot), Call = call, Settings = settings });
    }

    private static void FillDocuments<TStore>(IQualityKitBuilder builder, Func<IServiceProvider, StoreSchema, TStore> create, bool isDefault)
        where TStore : class, IDocumentStore, IStoreMaintenance
    {
        (IServiceCollection services, string name) = (builder.Services, builder.Name);
        services.TryAddKeyedSingleton(name, (provider, _) => create(provider, provider.GetRequiredKeyedService<StoreSchema>(name)));
        services.AddKeyedSingleton(name, new SlotFilling(typeof(IDocumentStore), isDefault, provider => provider.GetRequiredKeyedService<TStore>(name)));
        services.TryAddKeyedSingleton<IDocumentStore>(name, (provider, _) =>
            new CheckedDocumentStore((IDocumentStore)StorageSlots.Open(provider, name, typeof(IDocumentStore)), provider.GetRequiredKeyedService<StoreSchema>(name)));
        services.TryAddKeyedSingleton(name, (provider, _) => (IStoreMaintenance)StorageSlots.Open(provider, name, typeof(IDocumentStore)));
    }

    private static void FillBlobs(IQualityKitBuilder builder, Func<IServiceProvider, IBlobStore> create, bool isDefault)
    {
        builder.Services.AddKeyedSingleton(builder.Name, new SlotFilling(typeof(IBlobStore), isDefault, create));
        builder.Services.TryAddKeyedSingleton(builder.Name, (provider, _) => (IBlobStore)StorageSlots.Open(provider, builder.Name, typeof(IBlobStore)));
    }
}
