using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QualityKit.Events;
using QualityKit.Hosting;
using QualityKit.Keys;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.InMemory;

namespace QualityKit;

/// <summary>What a host, or a package that builds on QualityKit, adds to a set of services.</summary>
public static class QualityKitBuilderExtensions
{
    /// <summary>Tells a handler of every event. It is made anew for each run over the events of one entity, in a scope of its own, so it may use what the host registers for a request.</summary>
    /// <typeparam name="THandler">The handler; its constructor gets services.</typeparam>
    /// <param name="builder">What is built.</param>
    public static IQualityKitBuilder AddEventHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this IQualityKitBuilder builder)
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
    public static IQualityKitBuilder AddJob<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TJob>(this IQualityKitBuilder builder)
        where TJob : class, IQualityJob
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.KeyedSingleton<IQualityJob, TJob>(builder.Name));
        return builder;
    }

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

    /// <summary>Keeps the root of keys in memory, and the secret of rings where the options have none: for tests and trials. When the process ends, nothing that was encrypted opens again; starting says so.</summary>
    public static IQualityKitBuilder UseEphemeralKeys(this IQualityKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var secret = new RingSecret(RandomNumberGenerator.GetBytes(KeyRingSeal.LeastSecretBytes));
        builder.Services.PostConfigure<QualityKitOptions>(QualityKitBuilder.OptionsNameOf(builder.Name), options => options.Keys.Secret ??= secret);
        return builder.UseKeyRoot(KeyServices.EphemeralRoot, _ => new InMemoryKeyWrapper());
    }
}
