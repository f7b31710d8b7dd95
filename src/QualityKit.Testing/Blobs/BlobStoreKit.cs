using System.Collections.Immutable;
using QualityKit.Storage.Blobs;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs;

/// <summary>The conformance kit of blob stores: every promise of <see cref="IBlobStore"/> as a named case.</summary>
public static class BlobStoreKit
{
    /// <summary>The cases that a store with these capabilities has to pass.</summary>
    /// <param name="capabilities">What the store says of itself; cases that it cannot be asked are left out (<see cref="LeftOut"/>).</param>
    /// <param name="start">Makes a harness with nothing stored; called once a case.</param>
    public static ImmutableArray<ConformanceCase> Cases(BlobCapabilities capabilities, Func<IBlobStoreHarness> start)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(start);
        return [.. BlobCases.All.Concat(capabilities.IsDurable ? BlobRestartCases.All : []).Select(named => Case(named, start))];
    }

    /// <summary>The names of the cases that a store with these capabilities is not asked.</summary>
    public static ImmutableArray<string> LeftOut(BlobCapabilities capabilities)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        return capabilities.IsDurable ? [] : [.. BlobRestartCases.All.Select(named => named.Name)];
    }

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
