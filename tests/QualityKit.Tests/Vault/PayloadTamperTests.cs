using QualityKit.Encryption;
using QualityKit.Storage.Errors;
using QualityKit.Vault;

namespace QualityKit.Tests.Vault;

public sealed class PayloadTamperTests
{
    [Fact]
    public async Task A_flipped_bit_anywhere_is_refused()
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(40));
        for (int bit = 0; bit < ciphertext.Length * 8; bit++)
        {
            byte[] changed = [.. ciphertext];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            await AssertRefusedAsync(changed, seal);
        }
    }

    [Fact]
    public async Task A_flipped_bit_in_each_chunk_of_a_long_payload_is_refused()
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(20 * 16384));
        for (int place = 56; place < ciphertext.Length; place += 8200)
        {
            byte[] changed = [.. ciphertext];
            changed[place] ^= 0x10;
            await AssertRefusedAsync(changed, seal);
        }
    }

    [Fact]
    public async Task A_payload_cut_off_anywhere_or_lengthened_is_refused()
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(40));
        for (int length = 0; length < ciphertext.Length; length++)
        {
            await AssertRefusedAsync(ciphertext[..length], seal);
        }

        await AssertRefusedAsync([.. ciphertext, 0], seal);
        await AssertRefusedAsync([.. ciphertext, .. new byte[17]], seal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(16399)]
    [InlineData(16400)]
    [InlineData(16401)]
    [InlineData(16416)]
    [InlineData(32800)]
    public async Task A_long_payload_cut_off_at_the_edges_of_its_chunks_is_refused(int kept)
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(2 * 16384));
        await AssertRefusedAsync(ciphertext[..(56 + kept)], seal);
    }

    [Theory]
    [InlineData("swapped", new[] { 1, 0, 2, 3 })]
    [InlineData("doubled", new[] { 0, 0, 2, 3 })]
    [InlineData("doubled and longer", new[] { 0, 1, 1, 2, 3 })]
    [InlineData("dropped", new[] { 0, 2, 3 })]
    [InlineData("last dropped", new[] { 0, 1, 2 })]
    [InlineData("last doubled", new[] { 0, 1, 2, 3, 3 })]
    [InlineData("last first", new[] { 3, 0, 1, 2 })]
    [InlineData("none", new int[0])]
    public async Task Chunks_that_are_not_in_their_places_are_refused(string what, int[] order)
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext((3 * 16384) + 100));
        byte[][] chunks = [.. ciphertext[56..].Chunk(16400)];
        byte[] changed = [.. ciphertext[..56], .. order.SelectMany(number => chunks[number])];
        Assert.NotEqual(ciphertext, changed);
        await AssertRefusedAsync(changed, seal, what);
    }

    [Fact]
    public async Task Chunks_of_another_payload_are_refused()
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(2 * 16384));
        byte[] other = await EncryptOtherAsync(SamplePayload.Plaintext(2 * 16384));
        await AssertRefusedAsync([.. ciphertext[..(56 + 16400)], .. other[(56 + 16400)..]], seal);
        await AssertRefusedAsync([.. ciphertext[..^16], .. other[^16..]], seal);
    }

    [Fact]
    public async Task Another_valid_payload_under_the_same_key_and_context_does_not_pass_for_it()
    {
        (_, PayloadSeal seal) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(100));
        byte[] other = await EncryptOtherAsync(SamplePayload.Plaintext(100));
        Assert.Equal(SamplePayload.Plaintext(100), await SamplePayload.DecryptUnpinnedAsync(other));
        await Assert.ThrowsAsync<RecordingTamperedException>(() => SamplePayload.DecryptAsync(other, seal));
    }

    [Theory]
    [InlineData("acme2", "call-7", MediaKind.Audio)]
    [InlineData("acme", "call-8", MediaKind.Audio)]
    [InlineData("acme", "call-7", MediaKind.Transcript)]
    [InlineData("acm", "ecall-7", MediaKind.Audio)]
    public async Task A_payload_of_another_tenant_recording_or_medium_is_refused(string tenant, string recording, MediaKind media)
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(100));
        var context = new RecordingContext(new(tenant), new(recording), media);
        await Assert.ThrowsAsync<RecordingTamperedException>(() => SamplePayload.DecryptAsync(ciphertext, seal, context));
        await Assert.ThrowsAsync<RecordingTamperedException>(() => SamplePayload.DecryptUnpinnedAsync(ciphertext, context: context.ToBytes()));
    }

    [Fact]
    public async Task Another_key_is_refused()
    {
        (byte[] ciphertext, _) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(100));
        await Assert.ThrowsAsync<RecordingTamperedException>(() => SamplePayload.DecryptUnpinnedAsync(ciphertext, [.. SamplePayload.Key.Select(one => (byte)(one ^ 1))]));
    }

    [Theory]
    [InlineData(-1, 24, 32)]
    [InlineData(long.MaxValue, 24, 32)]
    [InlineData(100, 23, 32)]
    [InlineData(100, 24, 31)]
    public async Task A_seal_that_is_none_is_refused(long length, int salt, int commitment)
    {
        (byte[] ciphertext, _) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(100));
        var seal = new PayloadSeal { Suite = PayloadSuite.Cobblestone256, PlaintextLength = length, Salt = new byte[salt], Commitment = new byte[commitment] };
        await Assert.ThrowsAsync<RecordingTamperedException>(() => SamplePayload.DecryptAsync(ciphertext, seal));
        await Assert.ThrowsAsync<RecordingTamperedException>(() => SamplePayload.DecryptAsync(ciphertext, seal with { Suite = (PayloadSuite)2 }));
    }

    [Fact]
    public async Task No_byte_of_a_chunk_that_was_changed_is_given_and_the_stream_never_ends_well_again()
    {
        byte[] plaintext = SamplePayload.Plaintext(3 * 16384);
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(plaintext);
        ciphertext[56 + (2 * 16400) + 5] ^= 1;
        using DataKey key = SamplePayload.NewKey();
        using PayloadReader reader = await PayloadReader.OpenAsync(CiphertextSource.Of(ciphertext), key, SamplePayload.Context, seal, CancellationToken.None);
        await using Stream stream = reader.OpenStream();
        byte[] buffer = new byte[2 * 16384];
        await stream.ReadExactlyAsync(buffer);
        Assert.Equal(plaintext[..buffer.Length], buffer);

        byte[] more = new byte[16384];
        await Assert.ThrowsAsync<RecordingTamperedException>(async () => await stream.ReadAtLeastAsync(more, 1));
        Assert.All(more, one => Assert.Equal(0, one));
        foreach (long place in new[] { 0, 5, 3 * 16384, 4 * 16384 })
        {
            stream.Position = place;
            await Assert.ThrowsAsync<RecordingTamperedException>(async () => await stream.ReadAtLeastAsync(more, 1));
        }

        Assert.All(more, one => Assert.Equal(0, one));
        await Assert.ThrowsAsync<RecordingTamperedException>(async () => await reader.VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_refusal_says_nothing_of_why()
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(100));
        byte[] cut = ciphertext[..^1];
        byte[] headless = [.. ciphertext];
        headless[3] ^= 1;
        byte[] bad = [.. ciphertext];
        bad[60] ^= 1;
        string[] messages = await Task.WhenAll(new[] { cut, headless, bad }.Select(async changed =>
            (await Assert.ThrowsAsync<RecordingTamperedException>(() => SamplePayload.DecryptAsync(changed, seal))).Message));
        Assert.Equal(["the recording cannot be opened"], messages.Distinct());
    }

    [Theory]
    [InlineData(0, nameof(TamperReason.Length))]
    [InlineData(1, nameof(TamperReason.Header))]
    [InlineData(2, nameof(TamperReason.Chunk))]
    [InlineData(3, nameof(TamperReason.Commitment))]
    public async Task The_audit_learns_which_check_failed(int kind, string expected)
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(SamplePayload.Plaintext(100));
        byte[] changed = kind == 0 ? ciphertext[..^1] : [.. ciphertext];
        changed[kind switch { 1 => 30, 2 => 60, _ => 0 }] ^= (byte)(kind is 1 or 2 ? 1 : 0);
        RecordingContext context = kind == 3 ? new(new("b"), new("call-7"), MediaKind.Audio) : SamplePayload.Context;
        var refused = await Assert.ThrowsAsync<RecordingTamperedException>(() => SamplePayload.DecryptAsync(changed, seal, context));
        Assert.Equal(expected, refused.Reason.ToString());
    }

    [Fact]
    public async Task A_transfer_that_breaks_off_is_not_called_tampering_and_the_stream_stays_broken()
    {
        byte[] plaintext = SamplePayload.Plaintext(5 * 16384);
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync(plaintext);
        foreach (int given in new[] { 0, 10, 56, 100, 16456, 20000, ciphertext.Length - 1 })
        {
            var source = CiphertextSource.Of(ciphertext.Length, (offset, length, _) =>
                ValueTask.FromResult<Stream>(new MemoryStream(ciphertext, (int)offset, (int)Math.Max(0, Math.Min(length, given - offset)))));
            using DataKey key = SamplePayload.NewKey();
            await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
            {
                using PayloadReader reader = await PayloadReader.OpenAsync(source, key, SamplePayload.Context, seal, CancellationToken.None);
                await using Stream stream = reader.OpenStream();
                try
                {
                    await stream.CopyToAsync(Stream.Null);
                }
                catch (StorageUnavailableException)
                {
                    stream.Position = plaintext.Length;
                    await stream.ReadAtLeastAsync(new byte[10], 1);
                }
            });
        }
    }

    [Fact]
    public async Task A_broken_connection_and_a_blob_that_is_gone_are_storage_that_is_not_available()
    {
        (byte[] ciphertext, PayloadSeal seal) = await SamplePayload.EncryptAsync([1]);
        using DataKey key = SamplePayload.NewKey();
        var broken = CiphertextSource.Of(ciphertext.Length, (_, _, _) => ValueTask.FromResult<Stream>(new BrokenStream()));
        var store = new QualityKit.Storage.InMemory.InMemoryBlobStore();
        var shut = CiphertextSource.Of(ciphertext.Length, (_, _, _) => throw new IOException("refused"));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await PayloadReader.OpenAsync(shut, key, SamplePayload.Context, seal, CancellationToken.None));
        var gone = CiphertextSource.Of(store, new("acme"), new() { Name = new("a"), Length = ciphertext.Length, Crc32C = 0 });
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await PayloadReader.OpenAsync(broken, key, SamplePayload.Context, seal, CancellationToken.None));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await PayloadReader.OpenAsync(gone, key, SamplePayload.Context, seal, CancellationToken.None));
    }

    private static async Task AssertRefusedAsync(byte[] changed, PayloadSeal seal, string what = "")
    {
        await Assert.ThrowsAsync<RecordingTamperedException>(() => SamplePayload.DecryptAsync(changed, seal));
        Exception? refused = await Record.ExceptionAsync(() => SamplePayload.DecryptUnpinnedAsync(changed));
        Assert.True(refused is RecordingTamperedException, what);
    }

    private static async Task<byte[]> EncryptOtherAsync(byte[] plaintext)
    {
        using DataKey key = SamplePayload.NewKey();
        using var stream = new MemoryStream();
        using var writer = PayloadWriter.To(stream, key, SamplePayload.Context);
        await writer.WriteAsync(plaintext, CancellationToken.None);
        await writer.CompleteAsync(CancellationToken.None);
        return stream.ToArray();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset");
    }
}
