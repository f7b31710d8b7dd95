using Microsoft.Extensions.DependencyInjection;

namespace QualityKit.Storage.Hosting;

/// <summary>What <c>AddQualityKit()</c> returns, and what storage packages extend: each <c>Use...</c> fills one slot, each <c>Add...</c> adds.</summary>
/// <remarks>Calls may come in any order and be repeated. Every registration is keyed by <see cref="Name"/>, so that a host can have a second set of stores under a second name.</remarks>
public interface IQualityKitBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>The name that every registration is keyed by.</summary>
    string Name { get; }
}
