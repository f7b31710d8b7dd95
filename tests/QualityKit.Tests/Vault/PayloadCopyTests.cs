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
    [InlineData(5 * Batch, 5)]
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

    [Theory]
    [InlineData(1, Batch)]
    [InlineData(16383, 1)]
    [InlineData(20_000, (3 * Batch) + 5)]
    [InlineData(Batch - 1, 1)]
    [InlineData(Batch - 1, 2 * Batch)]
    [InlineData(Batch, 2 * Batch)]
    public async Task What_was_written_before_comes_first(int before, int copied)
    {
        byte[] plaintext = SamplePayload.Plaintext(before + copied);
        var target = new MemoryStream();
        using PayloadWriter writer = Writer(target);
        await writer.WriteAsync(plaintext.AsMemory(0, before), CancellationToken.None);
        Assert.Equal(copied, await writer.CopyAsync(new Dripping(plaintext[before..], int.MaxValue), long.MaxValue, CancellationToken.None));
        await writer.WriteAsync(plaintext.AsMemory(0, 100), CancellationToken.None);
        PayloadSeal seal = await writer.CompleteAsync(CancellationToken.None);
        Assert.Equal(before + copied + 100, seal.PlaintextLength);
        Assert.Equal(ReferenceCobblestone.Encrypt(SamplePayload.Key, SamplePayload.Salt, SamplePayload.Context.ToBytes(), [.. plaintext, .. plaintext[..100]]), target.ToArray());
    }

    [Fact]
    public async Task Batches_go_in_order_and_one_at_a_time_however_long_each_takes()
    {
        byte[] plaintext = SamplePayload.Plaintext((9 * Batch) + 20_000);
        for (int seed = 0; seed < 5; seed++)
        {
            var target = new Slow(new Random(seed));
            using PayloadWriter writer = Writer(target);
            await writer.CopyAsync(new Dripping(plaintext, int.MaxValue) { Pauses = new Random(seed + 100) }, long.MaxValue, CancellationToken.None);
            await writer.CompleteAsync(CancellationToken.None);
            Assert.Equal(ReferenceCobblestone.Encrypt(SamplePayload.Key, SamplePayload.Salt, SamplePayload.Context.ToBytes(), plaintext), target.ToArray());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whichever_batch_fails_the_caller_is_told_and_nothing_goes_on(int batch)
    {
        var source = new Dripping(SamplePayload.Plaintext(6 * Batch), int.MaxValue) { FailsAt = batch * Batch };
        using PayloadWriter writer = Writer(new MemoryStream());
        Assert.Equal("the source broke off", (await Assert.ThrowsAsync<IOException>(() => writer.CopyAsync(source, long.MaxValue, CancellationToken.None).AsTask())).Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.CompleteAsync(CancellationToken.None).AsTask());

        var whole = new Dripping(SamplePayload.Plaintext(6 * Batch), int.MaxValue) { Delay = TimeSpan.FromMilliseconds(5) };
        var target = new Full { Room = batch };
        using PayloadWriter other = Writer(target);
        Assert.Equal("the disk is full", (await Assert.ThrowsAsync<IOException>(() => other.CopyAsync(whole, long.MaxValue, CancellationToken.None).AsTask())).Message);
        Assert.Equal((false, batch + 1), (whole.IsBeingRead, target.Tries));
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.CompleteAsync(CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task It_stops_when_the_caller_says_so()
    {
        using var stop = new CancellationTokenSource();
        var source = new Dripping(SamplePayload.Plaintext(6 * Batch), int.MaxValue);
        using PayloadWriter writer = Writer(new Stalled(() =>
        {
            stop.Cancel();
            return false;
        }));
        OperationCanceledException stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.CopyAsync(source, long.MaxValue, stop.Token).AsTask());
        Assert.Equal(stop.Token, stopped.CancellationToken);
        Assert.False(source.IsBeingRead);
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

    /// <summary>Has room for so many batches.</summary>
    private sealed class Full : MemoryStream
    {
        public int Room { get; init; }

        public int Tries { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Tries++ < Room ? default : throw new IOException("the disk is full");
    }

    /// <summary>Takes one piece at a time, each after a while.</summary>
    private sealed class Slow(Random pauses) : MemoryStream
    {
        private int _writing;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Assert.Equal(1, Interlocked.Increment(ref _writing));
            await Task.Delay(pauses.Next(5), cancellationToken);
            Write(buffer.Span);
            Interlocked.Decrement(ref _writing);
        }
    }

    /// <summary>Gives at most so many bytes at once, after a while, and may fail.</summary>
    private sealed class Dripping(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public int FailsAt { get; init; } = int.MaxValue;

        public TimeSpan Delay { get; init; }

        public Random? Pauses { get; init; }

        public bool IsBeingRead { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Assert.False(IsBeingRead);
            IsBeingRead = true;
            try
            {
                await Task.Delay(Pauses is null ? Delay : TimeSpan.FromMilliseconds(Pauses.Next(5)), cancellationToken);
                return Position >= FailsAt ? throw new IOException("the source broke off") : Read(buffer.Span[..Math.Min(buffer.Length, most)]);
            }
            finally
            {
                IsBeingRead = false;
            }
        }
    }
}
