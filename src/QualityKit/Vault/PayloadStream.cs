using QualityKit.Encryption;
using QualityKit.Storage.Errors;

namespace QualityKit.Vault;

/// <summary>The plaintext of a payload, opened chunk by chunk as it is read. It never gives a byte before its chunk was authenticated; what fails once, fails always.</summary>
internal sealed class PayloadStream(CiphertextSource source, ChunkCipher cipher, long length) : SeekingStream(length)
{
    private const int BatchChunks = 16;
    private const int FirstWindow = 2;
    private const int WidestWindow = 4096;

    private readonly OwnedBuffer _ciphertext = new(BatchChunks * PayloadFormat.SealedChunkBytes);
    private readonly OwnedBuffer _plaintext = new(BatchChunks * PayloadFormat.ChunkBytes);
    private readonly long _chunks = PayloadFormat.ChunksOf(length);
    private readonly StreamUse _use = new();
    private Stream? _range;
    private long _start;
    private int _held;
    private long _next = -1;
    private long _windowEnd;
    private long _window = FirstWindow;
    private bool _isEndAuthentic;
    private Exception? _failure;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _use.Begin(this);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfFailed();
            if (buffer.IsEmpty)
            {
                return 0;
            }

            if (Position >= Length)
            {
                await EndAsync(cancellationToken).ConfigureAwait(false);
                return 0;
            }

            if (Position < _start || Position >= _start + _held)
            {
                await FillAsync(Position / PayloadFormat.ChunkBytes, cancellationToken).ConfigureAwait(false);
            }

            int offset = (int)(Position - _start);
            int taken = Math.Min(buffer.Length, _held - offset);
            _plaintext.Span.Slice(offset, taken).CopyTo(buffer.Span);
            Position += taken;
            return taken;
        }
        finally
        {
            End();
        }
    }

    /// <summary>Opens the last chunk, and so authenticates the length.</summary>
    public async ValueTask AuthenticateLastAsync(CancellationToken cancellationToken)
    {
        _use.Begin(this);
        try
        {
            await EndAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            End();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _use.Close())
        {
            Wipe();
        }

        base.Dispose(disposing);
    }

    private void End()
    {
        if (_use.End())
        {
            Wipe();
        }
    }

    private void Wipe()
    {
        _range?.Dispose();
        cipher.Dispose();
        _plaintext.Dispose();
        _ciphertext.Dispose();
    }

    /// <summary>Nobody is told that here is the end before the last chunk said so; it may be empty, and then nothing else reads it.</summary>
    private async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        if (!_isEndAuthentic)
        {
            await FillAsync(_chunks - 1, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask FillAsync(long chunk, CancellationToken cancellationToken)
    {
        _held = 0;
        try
        {
            await ReadBatchAsync(chunk, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is RecordingTamperedException or StorageUnavailableException)
        {
            _failure = failure;
            throw;
        }
        catch
        {
            // A read that was called off left the range anywhere; the next one opens it anew.
            _next = -1;
            throw;
        }
    }

    private async ValueTask ReadBatchAsync(long chunk, CancellationToken cancellationToken)
    {
        if (chunk != _next || chunk >= _windowEnd)
        {
            await OpenWindowAsync(chunk, cancellationToken).ConfigureAwait(false);
        }

        int chunks = (int)Math.Min(BatchChunks, _windowEnd - chunk);
        long end = Math.Min(PayloadFormat.OffsetOf(chunk + chunks), source.Length);
        Memory<byte> batch = _ciphertext.Memory[..(int)(end - PayloadFormat.OffsetOf(chunk))];
        await CiphertextSource.FillAsync(_range!, batch, cancellationToken).ConfigureAwait(false);
        _next = chunk + chunks;
        int opened = OpenChunks(chunk, batch.Span);
        _isEndAuthentic |= _next == _chunks;
        (_start, _held) = (chunk * PayloadFormat.ChunkBytes, opened);
    }

    /// <summary>Opens a range for the chunks to come: two after a seek, then twice as many each time, so that a store is neither asked often nor for what nobody reads.</summary>
    private async ValueTask OpenWindowAsync(long chunk, CancellationToken cancellationToken)
    {
        _window = chunk == _next ? Math.Min(_window * 2, WidestWindow) : FirstWindow;
        _windowEnd = Math.Min(chunk + _window, _chunks);
        if (_range is not null)
        {
            await _range.DisposeAsync().ConfigureAwait(false);
            _range = null;
        }

        long start = PayloadFormat.OffsetOf(chunk);
        _range = await source.OpenAsync(start, Math.Min(PayloadFormat.OffsetOf(_windowEnd), source.Length) - start, cancellationToken).ConfigureAwait(false);
    }

    private int OpenChunks(long chunk, ReadOnlySpan<byte> batch)
    {
        int opened = 0;
        for (; !batch.IsEmpty; chunk++)
        {
            ReadOnlySpan<byte> one = batch[..Math.Min(batch.Length, PayloadFormat.SealedChunkBytes)];
            int bytes = one.Length - PayloadFormat.TagBytes;
            if (!cipher.TryOpen(chunk, one, _plaintext.Span.Slice(opened, bytes)))
            {
                throw new RecordingTamperedException(TamperReason.Chunk);
            }

            opened += bytes;
            batch = batch[one.Length..];
        }

        return opened;
    }

    private void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            throw _failure is RecordingTamperedException tampered
                ? new RecordingTamperedException(tampered.Reason)
                : new StorageUnavailableException("reading the recording failed before; open it again", _failure);
        }
    }
}
