using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Keys;

/// <summary>What a wrapper also is that can destroy its own keys. Without it, what was wrapped can be deleted, but a copy of it opens for as long as the key lives.</summary>
public interface IKeyDestroyer
{
    /// <summary>Destroys one key version of a tenant for good; the answer to every later use of it is <see cref="KeyAnswer.Destroyed"/>. Called again, it changes nothing. Whether that may be done is the caller's to know.</summary>
    /// <returns><see cref="KeyAnswer.Done"/> when it is destroyed; <see cref="KeyAnswer.Wrong"/> when there is no such version.</returns>
    ValueTask<KeyAnswer> DestroyAsync(TenantId tenant, KeyVersionId keyVersion, CancellationToken cancellationToken);
}
