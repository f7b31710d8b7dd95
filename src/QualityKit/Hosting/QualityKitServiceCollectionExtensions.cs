using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using QualityKit.Hosting;
using QualityKit.Persistence;
using QualityKit.Storage.Hosting;

namespace QualityKit;

/// <summary>The way in for a host.</summary>
public static class QualityKitServiceCollectionExtensions
{
    /// <summary>Adds QualityKit under <see cref="QualityKitOptions.DefaultName"/>. Its services are had by their types alone. Documents are kept in memory until a <c>Use...</c> gives them another place.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options; null for their defaults.</param>
    /// <returns>What <c>Use...</c> and <c>Add...</c> are called on, in any order.</returns>
    public static IQualityKitBuilder AddQualityKit(this IServiceCollection services, Action<QualityKitOptions>? configure = null) =>
        services.AddQualityKit(QualityKitOptions.DefaultName, configure);

    /// <summary>Adds a set of services of its own under a name, with stores of its own. They are had by type and name (<see cref="FromKeyedServicesAttribute"/>). Called again with the same name, it adds to the same set.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The name.</param>
    /// <param name="configure">Sets options; null for their defaults.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IQualityKitBuilder AddQualityKit(this IServiceCollection services, string name, Action<QualityKitOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        OptionsBuilder<QualityKitOptions> options = services.AddOptions<QualityKitOptions>(QualityKitBuilder.OptionsNameOf(name)).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<QualityKitOptions>, StartCheck>());
        services.TryAddSingleton(TimeProvider.System);
        var builder = new QualityKitBuilder(services, name);
        builder.AddSchema(CoreSchema.Schema);
        services.TryAddKeyedSingleton(name, (provider, _) => SchemaPart.Whole(provider.GetKeyedServices<SchemaPart>(name)));
        CoreServices.AddTo(builder);
        return builder.UseInMemoryByDefault();
    }
}
