using System.Security.Cryptography;
using QualityKit.Encryption;

namespace QualityKit.Vault;

/// <summary>An encrypted payload whose key, context and length are right. It gives streams, and each of them nothing but plaintext that was authenticated.</summary>
/// <remarks>May be used by several threads at once; a stream may not. The data key can be disposed when the reader is open; streams go on when the reader is disposed.</remarks>
public sealed class PayloadReader : IDisposable
{
    private readonly CiphertextSource _source;
    private readonly DataKey _key;
    private readonly byte[] _salt;
    private readonly byte[] _context;

    private PayloadReader(CiphertextSource source, DataKey key, byte[] salt, byte[] context, long length)
    {
        _source = source;
        _key = key;
        _salt = salt;
        _context = context;
        Length = length;
    }

    /// <summary>How many bytes of plaintext there are.</summary>
    public long Length { get; }

    /// <summary>Opens a payload that is pinned: length, salt and commitment must be those of the seal.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="key">Its data key.</param>
    /// <param name="context">What the caller asked for.</param>
    /// <param name="seal">What its envelope says of it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RecordingTamperedException">It is something else.</exception>
    /// <exception cref="Storage.Errors.StorageUnavailableException">It could not be read.</exception>
    public static async ValueTask<PayloadReader> OpenAsync(CiphertextSource source, DataKey key, RecordingContext context, PayloadSeal seal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(seal);
        if (!seal.IsWellFormed || source.Length != seal.CiphertextLength)
        {
            throw new RecordingTamperedException(TamperReason.Length);
        }

        byte[] header = new byte[PayloadFormat.HeaderBytes];
        await source.ReadAsync(0, header, cancellationToken).ConfigureAwait(false);
        return CryptographicOperations.FixedTimeEquals(header, (byte[])[.. seal.Salt.Span, .. seal.Commitment.Span])
            ? Committed(source, key, header, context.ToBytes(), seal.PlaintextLength)
            : throw new RecordingTamperedException(TamperReason.Header);
    }

    /// <summary>Opens a payload of which nothing is known but key and context. Unsafe: another payload under the same key and context would pass for it. Its length is authenticated by opening its last chunk.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="key">Its data key.</param>
    /// <param name="context">What it was encrypted for, in any bytes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RecordingTamperedException">It is not a payload of that key and context.</exception>
    /// <exception cref="Storage.Errors.StorageUnavailableException">It could not be read.</exception>
    public static async ValueTask<PayloadReader> UnsafeOpenAsync(CiphertextSource source, DataKey key, ReadOnlyMemory<byte> context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(key);
        long length = PayloadFormat.PlaintextLength(source.Length) ?? throw new RecordingTamperedException(TamperReason.Length);
        byte[] header = new byte[PayloadFormat.HeaderBytes];
        await source.ReadAsync(0, header, cancellationToken).ConfigureAwait(false);
        PayloadReader reader = Committed(source, key, header, context.ToArray(), length);
        try
        {
            await reader.AuthenticateLengthAsync(cancellationToken).ConfigureAwait(false);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>A stream over the plaintext, at its beginning; read it asynchronously, and seek as you like. Each call gives one of its own.</summary>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public Stream OpenStream() => new PayloadStream(_source, _key.CipherFor(_salt, _context), Length);

    /// <summary>Reads everything, and so finds whether every byte is what was stored.</summary>
    /// <exception cref="RecordingTamperedException">One is not.</exception>
    /// <exception cref="Storage.Errors.StorageUnavailableException">It could not be read.</exception>
    public async ValueTask VerifyAsync(CancellationToken cancellationToken)
    {
        Stream stream = OpenStream();
        await using (stream.ConfigureAwait(false))
        {
            await stream.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Wipes the reader's copy of the key.</summary>
    public void Dispose() => _key.Dispose();

    private static PayloadReader Committed(CiphertextSource source, DataKey key, byte[] header, byte[] context, long length)
    {
        byte[] salt = header[..PayloadFormat.SaltBytes];
        using ChunkCipher cipher = key.CipherFor(salt, context);
        return cipher.IsCommittedBy(header.AsSpan(PayloadFormat.SaltBytes))
            ? new(source, key.Copy(), salt, context, length)
            : throw new RecordingTamperedException(TamperReason.Commitment);
    }

    private async ValueTask AuthenticateLengthAsync(CancellationToken cancellationToken)
    {
        Stream stream = OpenStream();
        await using (stream.ConfigureAwait(false))
        {
            await ((PayloadStream)stream).AuthenticateLastAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
