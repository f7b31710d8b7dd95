using QualityKit.Encryption;
using QualityKit.Reference.Recording;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.InMemory;
using QualityKit.Vault;

namespace QualityKit.Tests.Vault;

public sealed class PayloadTests
{
    public static TheoryData<int> Lengths => [.. new[] { 0, 1, 2, 3, 4, 5, 15, 16, 17, 31, 32, 33 }.SelectMany(chunks => new[] { -1, 0, 1 }.Select(more => (chunks * 16384) + more)).Where(length => length >= 0)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task Every_length_is_encrypted_in_the_one_way_that_the_specification_knows(int length)
    {
        byte[] plaintext = SamplePayload.Plaintext(length);
        byte[] expected = ReferenceCobblestone.Encrypt(SamplePayload.Key, SamplePayload.Salt, SamplePayload.Context.ToBytes(), plaintext);

        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(plaintext);

        Assert.Equal(expected, ciphertext);
        Assert.Equal(length, seal.PlaintextLength);
        Assert.Equal(ciphertext.Length, seal.CiphertextLength);
        Assert.Equal(length, PayloadFormat.PlaintextLength(ciphertext.Length));
        Assert.Equal(plaintext, await SamplePayload.DecryptAsync(ciphertext, seal));
        Assert.Equal(plaintext, await SamplePayload.DecryptUnpinnedAsync(ciphertext));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(16383)]
    [InlineData(16384)]
    [InlineData(16385)]
    [InlineData(16 * 16384)]
    [InlineData(300_000)]
    public async Task The_pieces_in_which_it_is_written_make_no_difference(int piece)
    {
        byte[] plaintext = SamplePayload.Plaintext(piece == 1 ? 40_000 : 700_000);
        (byte[] whole, _) = await SamplePayload.EncryptAsync(plaintext);
        (byte[] pieces, _) = await SamplePayload.EncryptAsync(plaintext, piece);
        Assert.Equal(whole, pieces);
    }

    [Fact]
    public async Task A_blob_is_encrypted_into_its_store_and_read_from_there()
    {
        var store = new InMemoryBlobStore();
        byte[] plaintext = SamplePayload.Plaintext(500_000);
        using DataKey key = RandomKeys.NewDataKey();
        PayloadSeal seal;
        BlobInfo? info;
        await using (IStagedBlob blob = await store.StageAsync(new("acme"), new BlobName("a/b"), CancellationToken.None))
        {
            using var writer = PayloadWriter.To(blob, key, SamplePayload.Context);
            await writer.WriteAsync(plaintext, CancellationToken.None);
            seal = await writer.CompleteAsync(CancellationToken.None);
            info = await blob.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(seal.CiphertextLength, info!.Length);
        using PayloadReader reader = await PayloadReader.OpenAsync(CiphertextSource.Of(store, new("acme"), info), key, SamplePayload.Context, seal, CancellationToken.None);
        await using Stream stream = reader.OpenStream();
        byte[] read = new byte[plaintext.Length];
        await stream.ReadExactlyAsync(read);
        Assert.Equal(plaintext, read);
        await reader.VerifyAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_new_salt_is_drawn_for_every_payload()
    {
        async Task<string> SaltAsync()
        {
            using DataKey key = SamplePayload.NewKey();
            using var stream = new MemoryStream();
            using var writer = PayloadWriter.To(stream, key, SamplePayload.Context);
            return Convert.ToHexString((await writer.CompleteAsync(CancellationToken.None)).Salt.Span);
        }

        Assert.NotEqual(await SaltAsync(), await SaltAsync());
    }

    [Fact]
    public async Task Seeking_anywhere_gives_what_is_there()
    {
        byte[] plaintext = SamplePayload.Plaintext(1_000_003);
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(plaintext);
        using DataKey key = SamplePayload.NewKey();
        using PayloadReader reader = await PayloadReader.OpenAsync(CiphertextSource.Of(ciphertext), key, SamplePayload.Context, seal, CancellationToken.None);
        await using Stream stream = reader.OpenStream();
        uint state = 7;
        for (int turn = 0; turn < 300; turn++)
        {
            state = (state * 1664525) + 1013904223;
            int offset = (int)(state % (uint)plaintext.Length);
            int length = Math.Min((int)(state >> 8) % 40_000, plaintext.Length - offset);
            byte[] read = new byte[length];
            stream.Position = offset;
            await stream.ReadExactlyAsync(read);
            Assert.Equal(plaintext[offset..(offset + length)], read);
            Assert.Equal(offset + length, stream.Position);
        }

        Assert.Equal(plaintext.Length - 5, stream.Seek(-5, SeekOrigin.End));
        Assert.Equal(plaintext.Length - 3, stream.Seek(2, SeekOrigin.Current));
        Assert.Equal(plaintext[^3], (await ReadOneAsync(stream))!.Value);
        Assert.Equal(9, stream.Seek(9, SeekOrigin.Begin));
        Assert.Equal(plaintext[9], (await ReadOneAsync(stream))!.Value);
        stream.Position = plaintext.Length + 10;
        Assert.Null(await ReadOneAsync(stream));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Position = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Seek(0, (SeekOrigin)9));
    }

    [Fact]
    public async Task A_seek_asks_the_store_for_little_and_reading_on_asks_seldom()
    {
        byte[] plaintext = SamplePayload.Plaintext(4_000_000);
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(plaintext);
        List<(long Offset, long Length)> asked = [];
        var source = CiphertextSource.Of(ciphertext.Length, (offset, length, _) =>
        {
            asked.Add((offset, length));
            return ValueTask.FromResult<Stream>(new MemoryStream(ciphertext, (int)offset, (int)length));
        });
        using DataKey key = SamplePayload.NewKey();
        using PayloadReader reader = await PayloadReader.OpenAsync(source, key, SamplePayload.Context, seal, CancellationToken.None);
        await using Stream stream = reader.OpenStream();
        asked.Clear();

        stream.Position = 2_000_000;
        await ReadOneAsync(stream);
        Assert.Equal([(56L + (122 * 16400), 2L * 16400)], asked);

        await stream.CopyToAsync(Stream.Null);
        Assert.Equal([2, 4, 8, 16, 32, 61], asked.Select(one => (int)((one.Length + 16399) / 16400)));
        Assert.Equal(ciphertext.Length, asked[^1].Offset + asked[^1].Length);
    }

    [Fact]
    public async Task Many_read_at_once()
    {
        byte[] plaintext = SamplePayload.Plaintext(900_000);
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(plaintext);
        using DataKey key = SamplePayload.NewKey();
        using PayloadReader reader = await PayloadReader.OpenAsync(CiphertextSource.Of(ciphertext), key, SamplePayload.Context, seal, CancellationToken.None);
        byte[][] read = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => Task.Run(async () =>
        {
            await using Stream stream = reader.OpenStream();
            stream.Position = turn * 100_000;
            byte[] part = new byte[100_000];
            await stream.ReadExactlyAsync(part);
            return part;
        })));
        Assert.Equal(plaintext[..800_000], read.SelectMany(part => part));
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(16_777_216)]
    [InlineData(1L << 32)]
    [InlineData((1L << 38) - 2)]
    public async Task Chunks_far_in_are_numbered_as_the_specification_says(long chunk)
    {
        byte[] context = SamplePayload.Context.ToBytes();
        var far = new FarPayload(context, (1L << 38) - 1);
        using DataKey key = SamplePayload.NewKey();
        using PayloadReader reader = await PayloadReader.UnsafeOpenAsync(far.Source, key, context, CancellationToken.None);
        await using Stream stream = reader.OpenStream();
        stream.Position = (chunk * 16384) + 16380;
        byte[] read = new byte[8];

        await stream.ReadExactlyAsync(read);

        Assert.Equal(FarPayload.Plaintext(chunk, 16384)[^4..], read[..4]);
        Assert.Equal(FarPayload.Plaintext(chunk + 1, 5)[..4], read[4..]);
    }

    [Fact]
    public async Task Writing_goes_on_past_chunk_65536()
    {
        var sink = new TailStream();
        using DataKey key = SamplePayload.NewKey();
        using var writer = PayloadWriter.UnsafeTo(sink, key, SamplePayload.Context.ToBytes(), SamplePayload.Salt);
        byte[] batch = SamplePayload.Plaintext(16 * 16384);
        for (int turn = 0; turn < 65_552 / 16; turn++)
        {
            await writer.WriteAsync(batch, CancellationToken.None);
        }

        PayloadSeal seal = await writer.CompleteAsync(CancellationToken.None);

        (byte[] chunkKey, byte[] baseNonce, _) = ReferenceCobblestone.Derive(SamplePayload.Key, SamplePayload.Salt, SamplePayload.Context.ToBytes());
        Assert.Equal(65_552L * 16384, seal.PlaintextLength);
        Assert.Equal(seal.CiphertextLength, sink.Written);
        Assert.Equal(FarPayload.Seal(chunkKey, ReferenceCobblestone.Nonce(baseNonce, 65_551), batch[^16384..]), sink.BeforeLast[^16400..]);
        Assert.Equal(ReferenceAesGcm.Encrypt(chunkKey, ReferenceCobblestone.Nonce(baseNonce, 65_552), []), sink.Last);
    }

    [Fact]
    public async Task Nothing_is_allocated_for_a_chunk()
    {
        byte[] batch = new byte[64 * 16384];
        using DataKey key = SamplePayload.NewKey();
        using var writer = PayloadWriter.UnsafeTo(Stream.Null, key, SamplePayload.Context.ToBytes(), SamplePayload.Salt);
        await writer.WriteAsync(batch, CancellationToken.None);

        // What the runtime allocates on this thread when it compiles something again is not the writer's: the least of some runs is.
        long least = long.MaxValue;
        for (int run = 0; run < 5; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int turn = 0; turn < 16; turn++)
            {
                await writer.WriteAsync(batch, CancellationToken.None);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.True(least < 1024, $"{least} bytes for 1,024 chunks");
    }

    [Fact]
    public async Task Reading_allocates_nothing_for_a_chunk()
    {
        byte[] context = SamplePayload.Context.ToBytes();
        var far = new FarPayload(context, 4096);
        using DataKey key = SamplePayload.NewKey();
        using PayloadReader reader = await PayloadReader.UnsafeOpenAsync(far.Source, key, context, CancellationToken.None);
        await using Stream stream = reader.OpenStream();
        byte[] buffer = new byte[16384];
        await stream.ReadExactlyAsync(buffer);
        long before = GC.GetAllocatedBytesForCurrentThread() - far.Allocated;

        while (await stream.ReadAsync(buffer) > 0)
        {
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - far.Allocated - before;
        Assert.True(allocated < 16 * 1024, $"{allocated} bytes for 4,095 chunks");
    }

    private static async Task<byte?> ReadOneAsync(Stream stream)
    {
        byte[] one = new byte[1];
        return await stream.ReadAsync(one) == 1 ? one[0] : null;
    }
}
