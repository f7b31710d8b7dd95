using QualityKit.Encryption;
using QualityKit.Reference.Recording;
using QualityKit.Vault;

namespace QualityKit.Tests.Vault;

public sealed class PayloadCopyTests
{
    private const int Batch = 16 * 16384;

    public static TheoryData<int> Lengths => [0, 1, 16384, Batch - 1, Batch, Batch + 1, (3 * Batch) + 5];

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task A_stream_is_encrypted_to_its_end_however_it_gives_its_bytes(int length)
    {
        byte[] plaintext = SamplePayload.Plaintext(length);
        byte[] expected = ReferenceCobblestone.Encrypt(SamplePayload.Key, SamplePayload.Salt, SamplePayload.Context.ToBytes(), plaintext);
        foreach (int most in new[] { 1_000, 100_000, int.MaxValue })
        {
            var target = new MemoryStream();
            using PayloadWriter writer = Writer(target);
            Assert.Equal(length, await writer.CopyAsync(new Dripping(plaintext, most), long.MaxValue, CancellationToken.None));
            await writer.CompleteAsync(CancellationToken.None);
            Assert.Equal(expected, target.ToArray());
        }
    }

    [Theory]
    [InlineData(Batch, 1)]
    [InlineData((2 * Batch) - 1, 1)]
    [InlineData(2 * Batch, 2)]
    public async Task Of_a_stream_that_gives_more_than_it_may_nothing_more_is_written_or_read(int most, int written)
    {
        var source = new Dripping(SamplePayload.Plaintext(10 * Batch), int.MaxValue);
        var target = new MemoryStream();
        using PayloadWriter writer = Writer(target);
        Assert.True(await writer.CopyAsync(source, most, CancellationToken.None) > most);
        Assert.Equal((written + 1) * Batch, source.Position);
        Assert.Equal(PayloadFormat.OffsetOf(16 * written), target.Length);
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.CompleteAsync(CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task The_next_bytes_are_read_while_those_before_them_are_still_being_written()
    {
        var source = new Dripping(SamplePayload.Plaintext(2 * Batch), int.MaxValue);
        using PayloadWriter writer = Writer(new Stalled(() => source.Position >= 2 * Batch));
        Assert.Equal(2 * Batch, await writer.CopyAsync(source, long.MaxValue, CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_source_that_fails_ends_it()
    {
        using PayloadWriter writer = Writer(new MemoryStream());
        var source = new Dripping(SamplePayload.Plaintext(5 * Batch), int.MaxValue) { FailsAt = 2 * Batch };
        await Assert.ThrowsAsync<IOException>(() => writer.CopyAsync(source, long.MaxValue, CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task Where_writing_fails_nothing_reads_on_behind_the_callers_back()
    {
        var source = new Dripping(SamplePayload.Plaintext(5 * Batch), int.MaxValue) { Delay = TimeSpan.FromMilliseconds(50) };
        using PayloadWriter writer = Writer(new Full());
        await Assert.ThrowsAsync<IOException>(() => writer.CopyAsync(source, long.MaxValue, CancellationToken.None).AsTask());
        Assert.False(source.IsBeingRead);
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.CompleteAsync(CancellationToken.None).AsTask());
    }

    private static PayloadWriter Writer(Stream target) =>
        PayloadWriter.UnsafeTo(target, DataKey.UnsafeFromBytes(SamplePayload.Key), SamplePayload.Context.ToBytes(), SamplePayload.Salt);

    /// <summary>Takes what is written when something has come about.</summary>
    private sealed class Stalled(Func<bool> hasCome) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            while (!hasCome())
            {
                await Task.Delay(1, cancellationToken);
            }
        }
    }

    private sealed class Full : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("the disk is full");
    }

    /// <summary>Gives at most so many bytes at once, after a while, and may fail.</summary>
    private sealed class Dripping(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public int FailsAt { get; init; } = int.MaxValue;

        public TimeSpan Delay { get; init; }

        public bool IsBeingRead { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            IsBeingRead = true;
            await Task.Delay(Delay, cancellationToken);
            int read = Position >= FailsAt ? throw new IOException("the source broke off") : Read(buffer.Span[..Math.Min(buffer.Length, most)]);
            IsBeingRead = false;
            return read;
        }
    }
}
