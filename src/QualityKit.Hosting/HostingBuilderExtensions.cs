using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QualityKit.Hosting;
using QualityKit.Services;
using QualityKit.Storage.Hosting;

namespace QualityKit;

/// <summary>Ties QualityKit to the life of a generic host.</summary>
public static class HostingBuilderExtensions
{
    /// <summary>Gets QualityKit ready when the host starts, before its other services start: everything is checked, the schema is made. Where something is wrong the host does not start. For nodes that run no jobs.</summary>
    /// <param name="builder">What is built.</param>
    public static IQualityKitBuilder StartWithHost(this IQualityKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string name = builder.Name;
        builder.AddHosted(services => new StartupService(services.GetRequiredKeyedService<QualityKitStartup>(name)));
        return builder;
    }

    /// <summary>Runs the jobs of QualityKit in the host, beside <see cref="StartWithHost"/>: delivery of events, sealing of the audit, and whatever was added by <c>AddJob</c>. On as many nodes as you like.</summary>
    /// <param name="builder">What is built.</param>
    public static IQualityKitBuilder RunJobs(this IQualityKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string name = builder.Name;
        builder.StartWithHost().AddHosted(services => new JobsService(
            services.GetKeyedServices<IQualityJob>(name),
            services.GetRequiredService<TimeProvider>(),
            services.GetService<ILoggerFactory>()?.CreateLogger(JobLog.Category) ?? NullLogger.Instance));
        return builder;
    }

    // The name of the set tells two of a kind apart; called twice for one set, there is one.
    private static void AddHosted<TService>(this IQualityKitBuilder builder, Func<IServiceProvider, TService> create)
        where TService : class, IHostedService
    {
        (IServiceCollection services, string name) = (builder.Services, builder.Name);
        if (!services.Any(service => service.IsKeyedService && service.ServiceType == typeof(TService) && name.Equals(service.ServiceKey)))
        {
            services.AddKeyedSingleton(name, (provider, _) => create(provider));
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<TService>(name));
        }
    }
}
