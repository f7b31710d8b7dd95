using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QualityKit.Services;
using QualityKit.Storage.Hosting;

namespace QualityKit.Hosting;

/// <summary>One set of services under one name.</summary>
internal sealed class QualityKitBuilder(IServiceCollection services, string name) : IQualityKitBuilder
{
    public IServiceCollection Services => services;

    public string Name => name;

    /// <summary>Adds a service that only this library asks for.</summary>
    public void Add<T>(Func<IServiceProvider, string, T> create)
        where T : class => services.TryAddKeyedSingleton(name, (provider, _) => create(provider, name));

    /// <summary>Adds a service that a host asks for: of the default set by its type alone too.</summary>
    public void AddPublic<T>(Func<IServiceProvider, string, T> create)
        where T : class
    {
        Add(create);
        if (name == QualityKitOptions.DefaultName)
        {
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<T>(QualityKitOptions.DefaultName));
        }
    }

    /// <summary>Adds a job of the library, once.</summary>
    public void AddJob<T>(Func<IServiceProvider, T> find)
        where T : class, IQualityJob => services.TryAddEnumerable(ServiceDescriptor.KeyedSingleton<IQualityJob, T>(name, (provider, _) => find(provider)));

    /// <summary>What the options of a set are called.</summary>
    public static string OptionsNameOf(string name) => name == QualityKitOptions.DefaultName ? Microsoft.Extensions.Options.Options.DefaultName : name;

    /// <summary>The set whose options are called so.</summary>
    public static string NameOf(string? optionsName) => string.IsNullOrEmpty(optionsName) ? QualityKitOptions.DefaultName : optionsName;
}
