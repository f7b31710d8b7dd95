using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Storage.Blobs;

namespace QualityKit.Vault;

/// <summary>Encrypts a payload while it is written. Whatever fails ends it: a second attempt takes a new key and begins again, so that no chunk is ever encrypted twice.</summary>
/// <remarks>Holds two buffers of 256 KiB, while a stream is copied four, and allocates nothing for a chunk. Not for several threads at once.</remarks>
public sealed partial class PayloadWriter : IDisposable
{
    private const int BatchChunks = 16;
    private const int BatchBytes = BatchChunks * PayloadFormat.ChunkBytes;

    private readonly Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> _sink;
    private readonly ChunkCipher _cipher;
    private readonly byte[] _salt;
    private readonly OwnedBuffer _plaintext = new(BatchBytes);
    private readonly OwnedBuffer _ciphertext = new(PayloadFormat.HeaderBytes + (BatchChunks * PayloadFormat.SealedChunkBytes));
    private long _length;
    private long _chunk;
    private int _held;
    private int _sealed;
    private WriterState _state;

    private PayloadWriter(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> sink, DataKey key, ReadOnlySpan<byte> context, ReadOnlySpan<byte> salt)
    {
        key.Spend();
        _sink = sink;
        _salt = salt.ToArray();
        _cipher = key.CipherFor(salt, context, PayloadLanes.Count);
        salt.CopyTo(_ciphertext.Span);
        _cipher.Commitment.CopyTo(_ciphertext.Span[salt.Length..]);
        _sealed = PayloadFormat.HeaderBytes;
    }

    /// <summary>Encrypts into a staged blob, which the caller commits after <see cref="CompleteAsync"/>.</summary>
    /// <param name="blob">The blob, still empty.</param>
    /// <param name="key">A key that encrypted nothing yet; the caller's to dispose.</param>
    /// <param name="context">What it is encrypted for.</param>
    /// <exception cref="InvalidOperationException">The key has encrypted a payload.</exception>
    public static PayloadWriter To(IStagedBlob blob, DataKey key, RecordingContext context)
    {
        ArgumentNullException.ThrowIfNull(blob);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(context);
        return new(blob.WriteAsync, key, context.ToBytes(), NewSalt());
    }

    /// <summary>Encrypts into a stream, which stays open.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="key">A key that encrypted nothing yet; the caller's to dispose.</param>
    /// <param name="context">What it is encrypted for.</param>
    /// <exception cref="InvalidOperationException">The key has encrypted a payload.</exception>
    public static PayloadWriter To(Stream stream, DataKey key, RecordingContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(context);
        return new(stream.WriteAsync, key, context.ToBytes(), NewSalt());
    }

    /// <summary>Encrypts with a salt and context that the caller brings. Unsafe: a salt that comes twice under one key gives the plaintext of both away. For test vectors.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="key">A key that encrypted nothing yet.</param>
    /// <param name="context">What it is encrypted for, in any bytes.</param>
    /// <param name="salt">24 bytes.</param>
    /// <exception cref="ArgumentException">The salt has more or fewer bytes.</exception>
    public static PayloadWriter UnsafeTo(Stream stream, DataKey key, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> salt)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(key);
        return salt.Length == PayloadFormat.SaltBytes
            ? new(stream.WriteAsync, key, context.Span, salt.Span)
            : throw new ArgumentException($"a salt has {PayloadFormat.SaltBytes} bytes, not {salt.Length}", nameof(salt));
    }

    /// <summary>What is known of the payload before it is written, for an envelope that stands in front of it.</summary>
    /// <param name="length">How many bytes of plaintext will be written; <see cref="CompleteAsync"/> gives what they were.</param>
    internal PayloadSeal Announce(long length) => new()
    {
        Suite = PayloadSuite.Cobblestone256,
        PlaintextLength = length,
        Salt = _salt,
        Commitment = _cipher.Commitment.ToArray(),
    };

    /// <summary>Encrypts more bytes. They are passed on in batches of 16 chunks.</summary>
    /// <exception cref="InvalidOperationException">The payload is complete, or an attempt to write failed.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> plaintext, CancellationToken cancellationToken)
    {
        Begin();
        while (!plaintext.IsEmpty)
        {
            int taken = Math.Min(plaintext.Length, BatchBytes - _held);
            if (taken == BatchBytes)
            {
                Seal(plaintext.Span[..taken]);
                await SendAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                plaintext.Span[..taken].CopyTo(_plaintext.Span[_held..]);
                _held += taken;
                await SendWholeAsync(cancellationToken).ConfigureAwait(false);
            }

            _length += taken;
            plaintext = plaintext[taken..];
        }

        _state = WriterState.Open;
    }

    /// <summary>Encrypts what a stream gives, up to its end. Two batches of 256 KiB are in work at a time, on two processors where there are two: while one is encrypted or passed on, the next is read or encrypted. Stream and target may be called from different threads, never at once.</summary>
    /// <param name="plaintext">The stream; stays open.</param>
    /// <param name="most">How many bytes it may give. Where it gives more, reading stops, the payload cannot be completed any more, and the answer is greater.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many bytes came.</returns>
    /// <exception cref="InvalidOperationException">The payload is complete, or an attempt to write failed.</exception>
    public async ValueTask<long> CopyAsync(Stream plaintext, long most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plaintext);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        Begin();
        Memory<byte> free = _plaintext.Memory[_held..];
        int read = await plaintext.ReadAtLeastAsync(free, free.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        long copied = read;
        if (read == free.Length && copied <= most)
        {
            _held = 0;
            using var lanes = new PayloadLanes(this, plaintext, most - copied, cancellationToken);
            copied += await lanes.RunAsync().ConfigureAwait(false);
        }
        else
        {
            _held += read;
        }

        _length += copied;
        _state = copied <= most ? WriterState.Open : WriterState.Failed;
        return copied;
    }

    /// <summary>Writes the last chunk, which is never whole, and says what was written.</summary>
    /// <returns>What pins the payload, for its envelope.</returns>
    /// <exception cref="InvalidOperationException">The payload is complete, or an attempt to write failed.</exception>
    public async ValueTask<PayloadSeal> CompleteAsync(CancellationToken cancellationToken)
    {
        Begin();
        int whole = _held - (_held % PayloadFormat.ChunkBytes);
        Seal(_plaintext.Span[..whole]);
        SealOne(_plaintext.Span[whole.._held]);
        await SendAsync(cancellationToken).ConfigureAwait(false);
        _state = WriterState.Complete;
        return Announce(_length);
    }

    /// <summary>Wipes the buffers. A payload that is not complete cannot be opened.</summary>
    public void Dispose()
    {
        _state = WriterState.Disposed;
        _cipher.Dispose();
        _plaintext.Dispose();
        _ciphertext.Dispose();
    }

    private static byte[] NewSalt() => RandomNumberGenerator.GetBytes(PayloadFormat.SaltBytes);

    // Until the end of the call the state is that of one which failed: whatever throws leaves it there.
    private void Begin()
    {
        ObjectDisposedException.ThrowIf(_state == WriterState.Disposed, this);
        if (_state != WriterState.Open)
        {
            throw new InvalidOperationException(_state == WriterState.Complete ? "the payload is complete" : "writing the payload failed, or still goes on; begin again with a new key");
        }

        _state = WriterState.Failed;
    }

    private async ValueTask SendWholeAsync(CancellationToken cancellationToken)
    {
        if (_held == BatchBytes)
        {
            Seal(_plaintext.Span);
            _held = 0;
            await SendAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Seal(ReadOnlySpan<byte> chunks)
    {
        for (; !chunks.IsEmpty; chunks = chunks[PayloadFormat.ChunkBytes..])
        {
            SealOne(chunks[..PayloadFormat.ChunkBytes]);
        }
    }

    private void SealOne(ReadOnlySpan<byte> chunk)
    {
        int length = chunk.Length + PayloadFormat.TagBytes;
        _cipher.Seal(_chunk, chunk, _ciphertext.Span.Slice(_sealed, length));
        _sealed += length;
        _chunk++;
    }

    private ValueTask SendAsync(CancellationToken cancellationToken) => _sink(_ciphertext.Memory[..TakeSealed()], cancellationToken);

    private int TakeSealed()
    {
        int taken = _sealed;
        _sealed = 0;
        return taken;
    }

    private enum WriterState
    {
        Open,
        Failed,
        Complete,
        Disposed,
    }
}
