using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Vault;

/// <summary>Where an encrypted payload is read from, range by range.</summary>
public sealed class CiphertextSource
{
    private readonly Func<long, long, CancellationToken, ValueTask<Stream>> _open;

    private CiphertextSource(long length, Func<long, long, CancellationToken, ValueTask<Stream>> open) => (Length, _open) = (length, open);

    /// <summary>How many bytes there are.</summary>
    public long Length { get; }

    /// <summary>A blob.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="blob">What the store knows of it.</param>
    public static CiphertextSource Of(IBlobStore store, TenantId tenant, BlobInfo blob)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(blob);
        return new(blob.Length, async (offset, length, cancellationToken) =>
            await store.OpenAsync(tenant, blob.Name, offset, length, cancellationToken).ConfigureAwait(false)
            ?? throw new StorageUnavailableException("a blob is not there any more"));
    }

    /// <summary>Anything that gives ranges.</summary>
    /// <param name="length">How many bytes there are.</param>
    /// <param name="open">Opens a stream at an offset, for at least a number of bytes that are there; never null, which reading answers with <see cref="InvalidOperationException"/>. It may be called by several readers at once.</param>
    public static CiphertextSource Of(long length, Func<long, long, CancellationToken, ValueTask<Stream>> open)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentNullException.ThrowIfNull(open);
        return new(length, open);
    }

    /// <summary>Bytes in memory.</summary>
    public static CiphertextSource Of(ReadOnlyMemory<byte> bytes)
    {
        byte[] copy = bytes.ToArray();
        return new(copy.Length, (offset, length, _) => ValueTask.FromResult<Stream>(new MemoryStream(copy, (int)offset, (int)length, writable: false)));
    }

    /// <summary>What begins behind the first bytes of this one.</summary>
    internal CiphertextSource From(long start) => new(Length - start, (offset, length, cancellationToken) => _open(start + offset, length, cancellationToken));

    /// <summary>Opens a range.</summary>
    /// <exception cref="StorageUnavailableException">It could not be opened.</exception>
    internal async ValueTask<Stream> OpenAsync(long offset, long length, CancellationToken cancellationToken)
    {
        try
        {
            return await _open(offset, length, cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException("what opens ranges of a ciphertext gave no stream");
        }
        catch (IOException broken)
        {
            throw new StorageUnavailableException("a transfer could not begin", broken);
        }
    }

    /// <summary>Reads a range whole.</summary>
    /// <exception cref="StorageUnavailableException">It ended before: that is a transfer that broke off, and no sign of tampering.</exception>
    internal async ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
    {
        Stream range = await OpenAsync(offset, destination.Length, cancellationToken).ConfigureAwait(false);
        await using (range.ConfigureAwait(false))
        {
            await FillAsync(range, destination, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads exactly as many bytes as the destination takes.</summary>
    /// <exception cref="StorageUnavailableException">There were fewer, or the transfer failed.</exception>
    internal static async ValueTask FillAsync(Stream range, Memory<byte> destination, CancellationToken cancellationToken)
    {
        try
        {
            int read = await range.ReadAtLeastAsync(destination, destination.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (read != destination.Length)
            {
                throw new StorageUnavailableException($"a range of {destination.Length} bytes ended after {read}");
            }
        }
        catch (IOException broken)
        {
            throw new StorageUnavailableException("a transfer broke off", broken);
        }
    }
}
