using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>The conformance kit of document stores: every promise of <see cref="IDocumentStore"/> and <see cref="IStoreMaintenance"/> as a named case.</summary>
public static class DocumentStoreKit
{
    /// <summary>The cases that a store with these capabilities has to pass.</summary>
    /// <param name="capabilities">What the store says of itself; cases that it cannot be asked are left out (<see cref="LeftOut"/>).</param>
    /// <param name="start">Makes a harness with nothing stored; called once a case.</param>
    public static ImmutableArray<ConformanceCase> Cases(DocumentCapabilities capabilities, Func<IDocumentStoreHarness> start)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(start);
        return [.. Groups().Where(group => Fits(group, capabilities)).SelectMany(group => group.Cases).Select(named => Case(named, start))];
    }

    /// <summary>The names of the cases that a store with these capabilities is not asked.</summary>
    public static ImmutableArray<string> LeftOut(DocumentCapabilities capabilities)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        return [.. Groups().Where(group => !Fits(group, capabilities)).SelectMany(group => group.Cases).Select(named => named.Name)];
    }

    private static IEnumerable<(bool NeedsDurability, IEnumerable<(string Name, Func<Bench, Task> Run)> Cases)> Groups() =>
    [
        (false, BatchCases.All),
        (false, QueryCases.All),
        (false, IsolationCases.All),
        (false, RaceCases.All),
        (false, MaintenanceCases.All),
        (true, RestartCases.All),
    ];

    private static bool Fits((bool NeedsDurability, IEnumerable<(string, Func<Bench, Task>)>) group, DocumentCapabilities capabilities) =>
        !group.NeedsDurability || capabilities.IsDurable;

    private static ConformanceCase Case((string Name, Func<Bench, Task> Run) named, Func<IDocumentStoreHarness> start) => new(named.Name, async cancellation =>
    {
        IDocumentStoreHarness harness = start();
        await using (harness.ConfigureAwait(false))
        {
            IDocumentStore store = await harness.OpenAsync(Schema.Value, cancellation).ConfigureAwait(false);
            await named.Run(new Bench(harness, store, cancellation)).ConfigureAwait(false);
        }
    });
}
