using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Storage.Hosting;

/// <summary>The slots that storage fills, and how they are looked up.</summary>
public static class StorageSlots
{
    /// <summary>What is wrong with the slots of one set of stores: a sentence for each that is filled twice, naming both calls; none when all is well.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The name of the set.</param>
    public static ImmutableArray<string> Problems(IServiceProvider services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        return [.. services.GetKeyedServices<SlotChoice>(name)
            .Distinct()
            .GroupBy(choice => choice.Slot)
            .Where(slot => slot.Count() > 1)
            .Select(slot => Sentence(slot.Key, [.. slot]))];
    }

    /// <summary>Whether anything was chosen for a slot.</summary>
    /// <typeparam name="TSlot">The service that the slot holds.</typeparam>
    public static bool IsFilled<TSlot>(IServiceProvider services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        return services.GetKeyedServices<SlotChoice>(name).Any(choice => choice.Slot == typeof(TSlot));
    }

    /// <summary>What was chosen for a slot, or stands there by default.</summary>
    /// <exception cref="InvalidOperationException">Two different things were chosen.</exception>
    internal static object Open(IServiceProvider services, string name, Type slot)
    {
        SlotChoice[] chosen = [.. services.GetKeyedServices<SlotChoice>(name).Where(choice => choice.Slot == slot).Distinct()];
        return chosen.Length > 1
            ? throw new InvalidOperationException(Sentence(slot, chosen))
            : services.GetKeyedServices<SlotFilling>(name).Where(filling => filling.Slot == slot).MinBy(filling => filling.IsDefault)!.Open(services);
    }

    private static string Sentence(Type slot, SlotChoice[] chosen)
    {
        string calls = string.Join(" and ", chosen.Select(choice => $"`{choice.Call}`").Distinct());
        return chosen.DistinctBy(choice => choice.Call).Count() == 1
            ? $"{NameOf(slot)} is filled more than once, by {calls} with different settings: keep one"
            : $"{NameOf(slot)} is filled by {calls}: keep one";
    }

    private static string NameOf(Type slot) =>
        slot == typeof(IDocumentStore) ? "the document store"
        : slot == typeof(IBlobStore) ? "the blob store"
        : slot == typeof(IKeyWrapper) ? "the key wrapper"
        : $"the slot of `{slot.Name}`";
}
