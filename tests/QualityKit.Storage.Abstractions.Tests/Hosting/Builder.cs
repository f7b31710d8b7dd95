using Microsoft.Extensions.DependencyInjection;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;

namespace QualityKit.Storage.Tests.Hosting;

/// <summary>A builder as the library makes one: it registers the schema under its name.</summary>
internal sealed class Builder : IQualityKitBuilder
{
    public Builder(IServiceCollection services, string name = "quality")
    {
        (Services, Name) = (services, name);
        services.AddKeyedSingleton(name, new StoreSchema(["notes"]));
    }

    public IServiceCollection Services { get; }

    public string Name { get; }
}
