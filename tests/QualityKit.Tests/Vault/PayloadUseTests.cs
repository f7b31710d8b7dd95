using QualityKit.Encryption;
using QualityKit.Vault;

namespace QualityKit.Tests.Vault;

public sealed class PayloadUseTests
{
    [Fact]
    public async Task A_key_encrypts_one_payload()
    {
        using DataKey key = RandomKeys.NewDataKey();
        using var stream = new MemoryStream();
        using var writer = PayloadWriter.To(stream, key, SamplePayload.Context);
        Assert.Throws<InvalidOperationException>(() => PayloadWriter.To(stream, key, SamplePayload.Context));
        await writer.CompleteAsync(CancellationToken.None);
        Assert.Throws<InvalidOperationException>(() => PayloadWriter.To(Stream.Null, key, SamplePayload.Context));
        Assert.Throws<InvalidOperationException>(() => PayloadWriter.UnsafeTo(stream, key, default, new byte[24]));
    }

    [Fact]
    public async Task A_complete_payload_takes_no_more()
    {
        using DataKey key = RandomKeys.NewDataKey();
        using var writer = PayloadWriter.To(Stream.Null, key, SamplePayload.Context);
        await writer.CompleteAsync(CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.WriteAsync(new byte[1], CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.CompleteAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_write_that_failed_or_was_called_off_ends_the_payload()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        foreach (CancellationToken token in new[] { cancelled.Token, CancellationToken.None })
        {
            using DataKey key = RandomKeys.NewDataKey();
            using var writer = PayloadWriter.To(new FullStream(), key, SamplePayload.Context);
            await Assert.ThrowsAnyAsync<Exception>(async () => await writer.WriteAsync(new byte[300_000], token));
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.WriteAsync(new byte[1], CancellationToken.None));
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.CompleteAsync(CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_writer_that_was_disposed_says_so()
    {
        using DataKey key = RandomKeys.NewDataKey();
        var writer = PayloadWriter.To(Stream.Null, key, SamplePayload.Context);
        writer.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await writer.WriteAsync(new byte[1], CancellationToken.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(23)]
    [InlineData(25)]
    public void A_salt_of_another_length_is_refused(int length)
    {
        using DataKey key = RandomKeys.NewDataKey();
        Assert.Throws<ArgumentException>(() => PayloadWriter.UnsafeTo(Stream.Null, key, default, new byte[length]));
    }

    [Fact]
    public async Task A_read_that_was_called_off_can_be_done_again()
    {
        byte[] plaintext = SamplePayload.Plaintext(200_000);
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(plaintext);
        using DataKey key = SamplePayload.NewKey();
        using var source = new GatedSource(ciphertext);
        using PayloadReader reader = await PayloadReader.OpenAsync(source.Source, key, SamplePayload.Context, seal, CancellationToken.None);
        await using Stream stream = reader.OpenStream();
        byte[] read = new byte[plaintext.Length];
        await stream.ReadExactlyAsync(read.AsMemory(0, 32_768));
        source.IsShut = true;
        using var stop = new CancellationTokenSource();
        ValueTask<int> waiting = stream.ReadAsync(read.AsMemory(32_768), stop.Token);
        Assert.False(waiting.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.ReadAtLeastAsync(read, 1, true, stop.Token));
        source.IsShut = false;

        await stream.ReadExactlyAsync(read.AsMemory(32_768));

        Assert.Equal(plaintext, read);
    }

    [Fact]
    public async Task A_stream_has_one_reader_at_a_time_and_is_wiped_when_the_last_is_gone()
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(100));
        using DataKey key = SamplePayload.NewKey();
        using var source = new GatedSource(ciphertext);
        using PayloadReader reader = await PayloadReader.OpenAsync(source.Source, key, SamplePayload.Context, seal, CancellationToken.None);
        Stream stream = reader.OpenStream();
        source.IsShut = true;
        byte[] read = new byte[100];
        ValueTask<int> waiting = stream.ReadAsync(read);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await stream.ReadAtLeastAsync(new byte[1], 1));
        await stream.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stream.ReadAtLeastAsync(new byte[1], 1));
        source.Open();

        Assert.Equal(100, await waiting);

        Assert.Equal(SamplePayload.Plaintext(100), read);
        await stream.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stream.ReadAtLeastAsync(new byte[1], 1));
    }

    [Fact]
    public async Task A_reader_needs_the_key_no_longer_and_its_streams_not_the_reader()
    {
        byte[] plaintext = SamplePayload.Plaintext(100_000);
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(plaintext);
        DataKey key = SamplePayload.NewKey();
        PayloadReader reader = await PayloadReader.OpenAsync(CiphertextSource.Of(ciphertext), key, SamplePayload.Context, seal, CancellationToken.None);
        key.Dispose();
        await using Stream stream = reader.OpenStream();
        reader.Dispose();
        byte[] read = new byte[plaintext.Length];
        await stream.ReadExactlyAsync(read, 0, read.Length);
        Assert.Equal(plaintext, read);
        Assert.Throws<ObjectDisposedException>(reader.OpenStream);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await PayloadReader.OpenAsync(CiphertextSource.Of(ciphertext), key, SamplePayload.Context, seal, CancellationToken.None));
    }

    [Fact]
    public async Task A_stream_of_a_recording_is_read_asynchronously_and_never_written()
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync([1]);
        using DataKey key = SamplePayload.NewKey();
        using PayloadReader reader = await PayloadReader.OpenAsync(CiphertextSource.Of(ciphertext), key, SamplePayload.Context, seal, CancellationToken.None);
        await using Stream stream = reader.OpenStream();
        Assert.True(stream is { CanRead: true, CanSeek: true, CanWrite: false, Length: 1 });
        Assert.Throws<NotSupportedException>(() => stream.ReadExactly(new byte[1]));
        Assert.Throws<NotSupportedException>(() => stream.Write(new byte[1]));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(1));
        await stream.FlushAsync();
    }

    [Theory]
    [InlineData(0, 81_920, 100_000)]
    [InlineData(99_990, 81_920, 10)]
    [InlineData(50_000, 1000, 50_000)]
    [InlineData(100_000, 1, 0)]
    public async Task A_stream_is_copied_from_where_it_stands_in_pieces_as_large_as_the_caller_says(int from, int piece, int left)
    {
        byte[] plaintext = SamplePayload.Plaintext(100_000);
        await using Stream stream = await OpenAsync(plaintext);
        stream.Position = from;
        var target = new Pieces();

        await stream.CopyToAsync(target, piece);

        Assert.Equal(plaintext[from..], target.ToArray());
        Assert.Equal((left, true), (target.ToArray().Length, target.Largest <= piece));
        Assert.Equal(plaintext.Length, stream.Position);
    }

    [Fact]
    public async Task A_copy_refuses_what_it_cannot_do_and_stops_when_it_is_called_off()
    {
        await using Stream stream = await OpenAsync(SamplePayload.Plaintext(100_000));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var closed = new MemoryStream();
        await closed.DisposeAsync();

        Assert.Throws<ArgumentNullException>(() => { _ = stream.CopyToAsync(null!); });
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = stream.CopyToAsync(Stream.Null, 0); });
        Assert.Throws<NotSupportedException>(() => { _ = stream.CopyToAsync(new MemoryStream([], writable: false)); });
        Assert.Throws<ObjectDisposedException>(() => { _ = stream.CopyToAsync(closed); });
        Task stopped = stream.CopyToAsync(Stream.Null, stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        Assert.True(stopped.IsCanceled);
        await Assert.ThrowsAsync<IOException>(() => stream.CopyToAsync(new FullStream()));
        Assert.Throws<NotSupportedException>(() => stream.CopyTo(Stream.Null));
    }

    private static async Task<Stream> OpenAsync(byte[] plaintext)
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(plaintext);
        using DataKey key = SamplePayload.NewKey();
        using PayloadReader reader = await PayloadReader.OpenAsync(CiphertextSource.Of(ciphertext), key, SamplePayload.Context, seal, CancellationToken.None);
        return reader.OpenStream();
    }

    private sealed class Pieces : MemoryStream
    {
        public int Largest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Largest = Math.Max(Largest, buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }
    }

    private sealed class FullStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException("the disk is full");
        }
    }

    /// <summary>A source whose reads wait while it is shut.</summary>
    private sealed class GatedSource : IDisposable
    {
        private readonly SemaphoreSlim _gate = new(0);

        public GatedSource(byte[] bytes) => Source = CiphertextSource.Of(bytes.Length, (offset, length, _) =>
            ValueTask.FromResult<Stream>(new GatedStream(this, new MemoryStream(bytes, (int)offset, (int)length))));

        public bool IsShut { get; set; }

        public CiphertextSource Source { get; }

        public void Open() => _gate.Release();

        public void Dispose() => _gate.Dispose();

        private sealed class GatedStream(GatedSource source, MemoryStream bytes) : MemoryStream
        {
            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                if (source.IsShut)
                {
                    await source._gate.WaitAsync(cancellationToken);
                }

                return await bytes.ReadAsync(buffer, cancellationToken);
            }
        }
    }
}
