using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QualityKit.Auditing;
using QualityKit.Events;
using QualityKit.Hosting;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;

namespace QualityKit;

/// <summary>What a host, or a package that builds on QualityKit, adds to a set of services.</summary>
public static class QualityKitBuilderExtensions
{
    /// <summary>Tells a handler of every event. It is made anew for each run over the events of one entity, in a scope of its own, so it may use what the host registers for a request.</summary>
    /// <typeparam name="THandler">The handler; its constructor gets services.</typeparam>
    /// <param name="builder">What is built.</param>
    public static IQualityKitBuilder AddEventHandler<THandler>(this IQualityKitBuilder builder)
        where THandler : class, IEventHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddKeyedScoped<THandler>(builder.Name);
        builder.Services.AddKeyedSingleton(builder.Name, new HandlerRegistration(typeof(THandler)));
        return builder;
    }

    /// <summary>Adds work in the background; the package <c>QualityKit.Hosting</c> runs it.</summary>
    /// <typeparam name="TJob">The job, made once; its constructor gets services.</typeparam>
    /// <param name="builder">What is built.</param>
    public static IQualityKitBuilder AddJob<TJob>(this IQualityKitBuilder builder)
        where TJob : class, IQualityJob
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.KeyedSingleton<IQualityJob, TJob>(builder.Name));
        return builder;
    }

    /// <summary>Signs the seals of the audit. Without a signer seals are not signed, which checking reports.</summary>
    /// <param name="builder">What is built.</param>
    /// <param name="create">Makes the signer, once: <c>_ => new EcdsaAuditSigner("seal-2030", privateKey)</c>.</param>
    public static IQualityKitBuilder UseAuditSigner(this IQualityKitBuilder builder, Func<IServiceProvider, IAuditSigner> create) => builder.Fill(nameof(UseAuditSigner), create);

    /// <summary>Tells somebody outside the store of each seal. Without an anchor it cannot be found that the newest seals were dropped.</summary>
    /// <param name="builder">What is built.</param>
    /// <param name="create">Makes the anchor, once.</param>
    public static IQualityKitBuilder UseAuditAnchor(this IQualityKitBuilder builder, Func<IServiceProvider, IAuditAnchor> create) => builder.Fill(nameof(UseAuditAnchor), create);

    /// <summary>Takes the keys of the audit from somewhere else than the options: a key for each tenant, a key service.</summary>
    /// <param name="builder">What is built.</param>
    /// <param name="create">Makes the source of keys, once.</param>
    public static IQualityKitBuilder UseAuditKeys(this IQualityKitBuilder builder, Func<IServiceProvider, IAuditKeys> create) => builder.Fill(nameof(UseAuditKeys), create);

    /// <summary>Adds collections, indexes and views to the schema of the set: for packages that store documents of their own. The same schema added twice counts once.</summary>
    /// <param name="builder">What is built.</param>
    /// <param name="schema">What the package stores. Its collections must not be called like those of others.</param>
    public static IQualityKitBuilder AddSchema(this IQualityKitBuilder builder, StoreSchema schema)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(schema);
        builder.Services.AddKeyedSingleton(builder.Name, new SchemaPart(schema));
        return builder;
    }

    private static IQualityKitBuilder Fill<TSlot>(this IQualityKitBuilder builder, string call, Func<IServiceProvider, TSlot> create)
        where TSlot : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        string settings = RuntimeHelpers.GetHashCode(create).ToString(CultureInfo.InvariantCulture);
        builder.Services.AddKeyedSingleton(builder.Name, new SlotChoice { Slot = typeof(TSlot), Call = call, Settings = settings });
        builder.Services.TryAddKeyedSingleton(builder.Name, (provider, _) => create(provider));
        return builder;
    }
}
