using System.Runtime.ExceptionServices;
using QualityKit.Encryption;

namespace QualityKit.Vault;

public sealed partial class PayloadWriter
{
    /// <summary>Two lanes that encrypt a stream in turns. Each reads, encrypts and passes on every other batch, so that the bytes of a batch stay with one processor; reading and passing on go from lane to lane in the order of the stream.</summary>
    /// <remarks>The first lane works in the buffers of the writer, which hold the first batch, and what stands in front of it, when it begins.</remarks>
    private sealed class PayloadLanes : IDisposable
    {
        public const int Count = 2;

        private readonly PayloadWriter _writer;
        private readonly Stream _source;
        private readonly long _most;
        private readonly CancellationToken _cancelled;
        private readonly CancellationTokenSource _stop;
        private readonly OwnedBuffer _plaintext = new(BatchBytes);
        private readonly OwnedBuffer _ciphertext = new(BatchChunks * PayloadFormat.SealedChunkBytes);
        private readonly SemaphoreSlim[] _mayRead = [new(0), new(1)];
        private readonly SemaphoreSlim[] _mayPass = [new(1), new(0)];
        private long _copied;
        private bool _hasEnded;
        private ExceptionDispatchInfo? _failure;

        public PayloadLanes(PayloadWriter writer, Stream source, long most, CancellationToken cancellationToken)
        {
            (_writer, _source, _most, _cancelled) = (writer, source, most, cancellationToken);
            _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        }

        /// <summary>Works until the stream ends, gives more than it may, or something fails; nothing goes on afterwards.</summary>
        /// <returns>How many bytes came after the first batch.</returns>
        public async Task<long> RunAsync()
        {
            long first = _writer._chunk;
            _writer._chunk += BatchChunks;
            Task other = Task.Run(() => RunAsync(1, (0, 0)), CancellationToken.None);
            await RunAsync(0, (BatchBytes, first)).ConfigureAwait(false);
            await other.ConfigureAwait(false);
            _cancelled.ThrowIfCancellationRequested();
            _failure?.Throw();
            return _copied;
        }

        public void Dispose()
        {
            _stop.Dispose();
            _plaintext.Dispose();
            _ciphertext.Dispose();
            Array.ForEach(_mayRead, turn => turn.Dispose());
            Array.ForEach(_mayPass, turn => turn.Dispose());
        }

        private async Task RunAsync(int lane, (int Length, long Chunk) batch)
        {
            try
            {
                while (batch.Length > 0 || (batch = await ReadAsync(lane).ConfigureAwait(false)).Length > 0)
                {
                    ReadOnlyMemory<byte> ready = Seal(lane, batch);
                    await _mayPass[lane].WaitAsync(_stop.Token).ConfigureAwait(false);
                    if (!ready.IsEmpty)
                    {
                        await _writer._sink(ready, _stop.Token).ConfigureAwait(false);
                    }

                    KeepRest(lane, batch.Length);
                    _mayPass[1 - lane].Release();
                    batch = default;
                }
            }
            catch (Exception problem)
            {
                // The other lane waits for this one, or soon will; the caller is told by the first that failed.
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(problem), null);
                await _stop.CancelAsync().ConfigureAwait(false);
            }
        }

        /// <summary>The next batch; none where there is no more, or where the stream gave more than it may.</summary>
        private async ValueTask<(int Length, long Chunk)> ReadAsync(int lane)
        {
            await _mayRead[lane].WaitAsync(_stop.Token).ConfigureAwait(false);
            Memory<byte> buffer = PlaintextOf(lane).Memory;
            int read = _hasEnded ? 0 : await _source.ReadAtLeastAsync(buffer, BatchBytes, throwOnEndOfStream: false, _stop.Token).ConfigureAwait(false);
            long chunk = _writer._chunk;
            _writer._chunk += read / PayloadFormat.ChunkBytes;
            _copied += read;
            bool isTooMuch = _copied > _most;
            _hasEnded = isTooMuch || read < BatchBytes;

            // From here on the other lane reads and counts.
            _mayRead[1 - lane].Release();
            return (isTooMuch ? 0 : read, chunk);
        }

        /// <summary>Encrypts the whole chunks of a batch, behind what the first has in front of it.</summary>
        private ReadOnlyMemory<byte> Seal(int lane, (int Length, long Chunk) batch)
        {
            Memory<byte> target = lane == 0 ? _writer._ciphertext.Memory : _ciphertext.Memory;
            int end = lane == 0 ? _writer.TakeSealed() : 0;
            ReadOnlySpan<byte> plaintext = PlaintextOf(lane).Span[..batch.Length];
            for (long chunk = batch.Chunk; plaintext.Length >= PayloadFormat.ChunkBytes; chunk++)
            {
                _writer._cipher.Seal(chunk, plaintext[..PayloadFormat.ChunkBytes], target.Span.Slice(end, PayloadFormat.SealedChunkBytes), lane);
                plaintext = plaintext[PayloadFormat.ChunkBytes..];
                end += PayloadFormat.SealedChunkBytes;
            }

            return target[..end];
        }

        // Of the last batch only: all before it are whole chunks. The other lane is done with the writer's buffer.
        private void KeepRest(int lane, int length)
        {
            int whole = length - (length % PayloadFormat.ChunkBytes);
            PlaintextOf(lane).Span[whole..length].CopyTo(_writer._plaintext.Span);
            _writer._held = length - whole;
        }

        private OwnedBuffer PlaintextOf(int lane) => lane == 0 ? _writer._plaintext : _plaintext;
    }
}
