using System.Runtime.CompilerServices;
using QualityKit.Encryption;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Vault;

/// <summary>Copies of envelopes that lie beside payloads for the holder of a recovery key (<see cref="Services.RecordingOptions.EnvelopeCopies"/>): what opens recordings when the documents are lost.</summary>
/// <remarks>A copy is what stands before the payload in an export, so copy and payload, one behind the other, are an export (docs/recording-format.md). It has a wrap for the recovery key alone, none of the ring's.</remarks>
public static class EnvelopeCopies
{
    private const string Suffix = "-envelope";

    /// <summary>The most letters of the name of a payload that may have a copy.</summary>
    private const int MostLetters = 191;

    /// <summary>Where the copy for a payload lies: the name of the payload and <c>-envelope</c>.</summary>
    /// <param name="payload">The payload; its name has at most 191 letters, as all have that the library makes.</param>
    /// <exception cref="ArgumentException">Its name is longer.</exception>
    public static BlobName NameOf(BlobName payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return payload.Value.Length <= MostLetters
            ? new(payload.Value + Suffix)
            : throw new ArgumentException($"a payload that has a copy of its envelope has a name of at most {MostLetters} letters, not {payload.Value.Length}", nameof(payload));
    }

    /// <summary>Every copy that lies beside the payloads of a tenant, in no stated order. What only ends like one, and has no name of a payload before that, is left out.</summary>
    /// <param name="blobs">Where payloads are kept.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="StorageUnavailableException">They could not be read.</exception>
    public static IAsyncEnumerable<EnvelopeCopy> ListAsync(IBlobStore blobs, TenantId tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        return EachAsync(blobs, tenant, cancellationToken);
    }

    /// <summary>Opens a payload by the copy beside it, without documents and ring.</summary>
    /// <param name="blobs">Where payloads are kept.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="payload">Which.</param>
    /// <param name="secret">The recovery key.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The name of the payload is too long to have a copy.</exception>
    /// <exception cref="RecordingTamperedException">It does not open with that key, or is not what was stored.</exception>
    /// <exception cref="StorageUnavailableException">Payload or copy could not be read, or is not there.</exception>
    public static async ValueTask<OpenedExport> OpenAsync(IBlobStore blobs, TenantId tenant, BlobName payload, ExportSecret secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentNullException.ThrowIfNull(secret);
        Envelope envelope = await ReadAsync(blobs, tenant, payload, cancellationToken).ConfigureAwait(false);
        BlobInfo blob = await BlobAsync(blobs, tenant, payload, cancellationToken).ConfigureAwait(false);
        return await RecordingExport.OpenAsync(envelope, CiphertextSource.Of(blobs, tenant, blob), secret, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The names of all copies of a tenant.</summary>
    internal static async IAsyncEnumerable<BlobName> NamesAsync(IBlobStore blobs, TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (BlobInfo blob in blobs.ListAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            if (IsCopy(blob.Name.Value))
            {
                yield return blob.Name;
            }
        }
    }

    /// <summary>What the copy beside a payload says of itself; null where there is none, or one that is damaged.</summary>
    internal static async ValueTask<EnvelopeCopy?> LookAsync(IBlobStore blobs, TenantId tenant, BlobName payload, CancellationToken cancellationToken)
    {
        if (await blobs.FindAsync(tenant, NameOf(payload), cancellationToken).ConfigureAwait(false) is null)
        {
            return null;
        }

        try
        {
            Envelope envelope = await ReadAsync(blobs, tenant, payload, cancellationToken).ConfigureAwait(false);
            return new() { Payload = payload, Context = envelope.Context, Keys = [.. envelope.Wraps.Where(wrap => wrap.Kind == WrapKind.PublicKey).Select(wrap => wrap.Key.KeyVersion.Key)] };
        }
        catch (RecordingTamperedException)
        {
            return null;
        }
    }

    /// <summary>The copy beside a payload. It is believed in nothing but its form.</summary>
    internal static async ValueTask<Envelope> ReadAsync(IBlobStore blobs, TenantId tenant, BlobName payload, CancellationToken cancellationToken)
    {
        BlobInfo copy = await BlobAsync(blobs, tenant, NameOf(payload), cancellationToken).ConfigureAwait(false);
        (Envelope envelope, CiphertextSource behind) = await RecordingExport.ReadHeadAsync(CiphertextSource.Of(blobs, tenant, copy), cancellationToken).ConfigureAwait(false);
        return behind.Length == 0 ? envelope : throw new RecordingTamperedException(TamperReason.Length);
    }

    /// <summary>What the store knows of a payload or a copy.</summary>
    internal static async ValueTask<BlobInfo> BlobAsync(IBlobStore blobs, TenantId tenant, BlobName name, CancellationToken cancellationToken) =>
        await blobs.FindAsync(tenant, name, cancellationToken).ConfigureAwait(false) ?? throw new StorageUnavailableException($"there is no blob `{name}`");

    // Before the ending there must be a name: `a/-envelope` is a blob, and `a/` is none.
    private static bool IsCopy(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) && name.Length > Suffix.Length && name[^(Suffix.Length + 1)] != '/';

    private static async IAsyncEnumerable<EnvelopeCopy> EachAsync(IBlobStore blobs, TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (BlobName copy in NamesAsync(blobs, tenant, cancellationToken).ConfigureAwait(false))
        {
            var payload = new BlobName(copy.Value[..^Suffix.Length]);
            yield return await LookAsync(blobs, tenant, payload, cancellationToken).ConfigureAwait(false) ?? new() { Payload = payload, Context = null };
        }
    }
}
