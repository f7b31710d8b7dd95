using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Keys;

/// <summary>Wraps keys with keys that it never gives away: a key management service, a hardware module, a key file.</summary>
/// <remarks>A refusal is an answer, not an exception; only a caller's bug and cancellation throw. A wrapper keeps the deadline of its
/// cancellation token, tries nothing twice in secret, and logs neither keys, contexts nor ciphertexts. Arguments are checked before a
/// provider sees them (<see cref="CheckedKeyWrapper"/>).</remarks>
public interface IKeyWrapper
{
    /// <summary>What the wrapper is.</summary>
    KeyWrapperCapabilities Capabilities { get; }

    /// <summary>Wraps a key with the version that is current for the tenant, and says exactly which that was.</summary>
    /// <param name="tenant">Whose key.</param>
    /// <param name="context">What the key is for, at most <see cref="KeyLimits.ContextBytes"/> bytes; needed again, byte for byte, to unwrap.</param>
    /// <param name="key">The key, 1 to <see cref="KeyLimits.KeyBytes"/> bytes; the wrapper keeps no copy.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken);

    /// <summary>Unwraps keys of one tenant, each answered on its own: one that is wrong spoils no other.</summary>
    /// <param name="tenant">Whose keys.</param>
    /// <param name="requests">1 to <see cref="KeyLimits.BatchKeys"/>.</param>
    /// <param name="cancellationToken">Stops the work; what was written to destinations by then is not to be used.</param>
    /// <returns>An answer for each request, in order.</returns>
    ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken);
}
