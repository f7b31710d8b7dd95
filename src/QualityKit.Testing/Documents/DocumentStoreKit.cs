using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Documents.Model;

namespace QualityKit.Testing.Documents;

/// <summary>The conformance kit of document stores: every promise of <see cref="IDocumentStore"/> and <see cref="IStoreMaintenance"/> as a named case.</summary>
public static class DocumentStoreKit
{
    private static readonly ConformanceOptions Usual = new();

    /// <summary>The cases that a store with these capabilities has to pass.</summary>
    /// <param name="capabilities">What the store says of itself; cases that it cannot be asked are left out (<see cref="WhyLeftOut"/>).</param>
    /// <param name="start">Makes a harness with nothing stored; called once a case, and by the random cases once a sequence.</param>
    /// <param name="options">How far the random cases go; null for the defaults.</param>
    public static ImmutableArray<ConformanceCase> Cases(DocumentCapabilities capabilities, Func<IDocumentStoreHarness> start, ConformanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(start);
        return
        [
            .. Always.Concat(capabilities.IsDurable ? RestartCases.All : []).Select(named => Case(named, start)),
            .. Random(capabilities).Select(named => Case(named, capabilities, start, options ?? Usual)),
        ];
    }

    /// <summary>The names of the cases that a store with these capabilities is not asked.</summary>
    public static ImmutableArray<string> LeftOut(DocumentCapabilities capabilities) => [.. WhyLeftOut(capabilities).Select(omitted => omitted.Name)];

    /// <summary>The cases that a store with these capabilities is not asked, and why.</summary>
    public static ImmutableArray<OmittedCase> WhyLeftOut(DocumentCapabilities capabilities)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        IEnumerable<string> names = capabilities.IsDurable ? [] : RestartCases.All.Select(named => named.Name).Concat(ModelCases.Durable.Select(named => named.Name));
        return [.. names.Select(name => new OmittedCase { Name = name, Reason = "the store does not say that it is durable" })];
    }

    /// <summary>Runs the random cases alone, as far as the options say: for long runs.</summary>
    /// <exception cref="ConformanceException">The store does not keep its promises; the message has the seed and the shortest steps that show it.</exception>
    public static async Task ExploreAsync(DocumentCapabilities capabilities, Func<IDocumentStoreHarness> start, ConformanceOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(options);
        foreach ((string Name, Func<ModelStart, Task> Run) named in Random(capabilities))
        {
            await Case(named, capabilities, start, options).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static IEnumerable<(string Name, Func<Bench, Task> Run)> Always =>
        [
            .. BatchCases.All, .. CommandCases.All, .. LimitCases.All, .. QueryCases.All, .. IndexCases.All, .. IsolationCases.All, .. SharingCases.All,
            .. RaceCases.All, .. RequirementRaceCases.All, .. MaintenanceCases.All, .. TenantCases.All,
        ];

    private static IEnumerable<(string Name, Func<ModelStart, Task> Run)> Random(DocumentCapabilities capabilities) =>
        capabilities.IsDurable ? ModelCases.All.Concat(ModelCases.Durable) : ModelCases.All;

    private static ConformanceCase Case(
        (string Name, Func<ModelStart, Task> Run) named, DocumentCapabilities capabilities, Func<IDocumentStoreHarness> start, ConformanceOptions options) =>
        new(named.Name, cancellation => named.Run(new ModelStart(start, capabilities, options, cancellation)));

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
