using System.Collections.Immutable;
using QualityKit.Storage.Keys;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Keys;

/// <summary>The conformance kit of key wrappers: every promise of <see cref="IKeyWrapper"/> and <see cref="IKeyDestroyer"/> as a named case. That a wrapper logs no secret, no kit can see.</summary>
public static class KeyWrapperKit
{
    private static IEnumerable<KeyCase> All => WrapCases.All.Concat(KeyStateCases.All);

    /// <summary>The cases that a wrapper with these capabilities has to pass.</summary>
    /// <param name="capabilities">What the wrapper says of itself.</param>
    /// <param name="controls">What the harness can do behind its back; <see cref="WhyLeftOut"/> names the cases that need more.</param>
    /// <param name="start">Makes a harness with new keys; called once a case.</param>
    public static ImmutableArray<ConformanceCase> Cases(KeyWrapperCapabilities capabilities, ImmutableArray<KeyControl> controls, Func<IKeyWrapperHarness> start)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(start);
        return [.. All.Where(named => Missing(named, capabilities, controls) is null).Select(named => Case(named, start))];
    }

    /// <summary>The cases that a wrapper is not asked, and why.</summary>
    public static ImmutableArray<OmittedCase> WhyLeftOut(KeyWrapperCapabilities capabilities, ImmutableArray<KeyControl> controls)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        return
        [
            .. All.Select(named => (named.Name, Reason: Missing(named, capabilities, controls)))
                .Where(named => named.Reason is not null)
                .Select(named => new OmittedCase { Name = named.Name, Reason = named.Reason! }),
        ];
    }

    private static string? Missing(KeyCase named, KeyWrapperCapabilities capabilities, ImmutableArray<KeyControl> controls)
    {
        if (named.NeedsBoundContext && !capabilities.BindsContext)
        {
            return "the wrapper does not say that it binds the context";
        }

        if (named.NeedsDestruction && !capabilities.CanDestroy)
        {
            return "the wrapper does not say that it can destroy keys";
        }

        KeyControl[] missing = [.. named.Controls.Where(control => controls.IsDefault || !controls.Contains(control))];
        return missing.Length == 0 ? null : $"the harness has no {string.Join(", ", missing)}";
    }

    private static ConformanceCase Case(KeyCase named, Func<IKeyWrapperHarness> start) => new(named.Name, async cancellation =>
    {
        IKeyWrapperHarness harness = start();
        await using (harness.ConfigureAwait(false))
        {
            IKeyWrapper wrapper = await harness.OpenAsync(cancellation).ConfigureAwait(false);
            await named.Run(new KeyBench(harness, wrapper, cancellation)).ConfigureAwait(false);
        }
    });
}
