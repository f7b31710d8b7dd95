using System.Collections.Immutable;
using QualityKit.Storage.Blobs;
using QualityKit.Testing.Blobs.Model;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs;

/// <summary>The conformance kit of blob stores: every promise of <see cref="IBlobStore"/> as a named case.</summary>
public static class BlobStoreKit
{
    private static readonly ConformanceOptions Usual = new();

    /// <summary>The cases that a store with these capabilities has to pass.</summary>
    /// <param name="capabilities">What the store says of itself; cases that it cannot be asked are left out (<see cref="WhyLeftOut"/>).</param>
    /// <param name="start">Makes a harness with nothing stored; called once a case, and by the random cases once a sequence.</param>
    /// <param name="options">How far the random cases go; null for the defaults.</param>
    public static ImmutableArray<ConformanceCase> Cases(BlobCapabilities capabilities, Func<IBlobStoreHarness> start, ConformanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(start);
        return
        [
            .. BlobCases.All.Concat(BlobEdgeCases.All).Concat(capabilities.IsDurable ? BlobRestartCases.All : []).Select(named => Case(named, start)),
            .. Random(capabilities).Select(named => Case(named, start, options ?? Usual)),
        ];
    }

    /// <summary>The names of the cases that a store with these capabilities is not asked.</summary>
    public static ImmutableArray<string> LeftOut(BlobCapabilities capabilities) => [.. WhyLeftOut(capabilities).Select(omitted => omitted.Name)];

    /// <summary>The cases that a store with these capabilities is not asked, and why.</summary>
    public static ImmutableArray<OmittedCase> WhyLeftOut(BlobCapabilities capabilities)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        IEnumerable<string> names = capabilities.IsDurable ? [] : BlobRestartCases.All.Select(named => named.Name).Concat(BlobModelCases.Durable.Select(named => named.Name));
        return [.. names.Select(name => new OmittedCase { Name = name, Reason = "the store does not say that it is durable" })];
    }

    /// <summary>Runs the random cases alone, as far as the options say: for long runs.</summary>
    /// <exception cref="ConformanceException">The store does not keep its promises; the message has the seed.</exception>
    public static async Task ExploreAsync(BlobCapabilities capabilities, Func<IBlobStoreHarness> start, ConformanceOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(options);
        foreach ((string Name, Func<BlobModelStart, Task> Run) named in Random(capabilities))
        {
            await Case(named, start, options).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static IEnumerable<(string Name, Func<BlobModelStart, Task> Run)> Random(BlobCapabilities capabilities) =>
        capabilities.IsDurable ? BlobModelCases.All.Concat(BlobModelCases.Durable) : BlobModelCases.All;

    private static ConformanceCase Case((string Name, Func<BlobModelStart, Task> Run) named, Func<IBlobStoreHarness> start, ConformanceOptions options) =>
        new(named.Name, cancellation => named.Run(new BlobModelStart(start, options, cancellation)));

    private static ConformanceCase Case((string Name, Func<BlobBench, Task> Run) named, Func<IBlobStoreHarness> start) => new(named.Name, async cancellation =>
    {
        IBlobStoreHarness harness = start();
        await using (harness.ConfigureAwait(false))
        {
            IBlobStore store = await harness.OpenAsync(cancellation).ConfigureAwait(false);
            await named.Run(new BlobBench(harness, store, cancellation)).ConfigureAwait(false);
        }
    });
}
