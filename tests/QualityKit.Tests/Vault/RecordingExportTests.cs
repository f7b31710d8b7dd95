using System.Diagnostics;
using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Reference.Recording;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;
using QualityKit.Storage.InMemory;
using QualityKit.Tests.Wire;
using QualityKit.Vault;

namespace QualityKit.Tests.Vault;

public sealed class RecordingExportTests
{
    private const string Passphrase = "correct horse bättery";

    [Theory]
    [InlineData(0)]
    [InlineData(16384)]
    [InlineData(100_000)]
    public async Task An_export_opens_with_the_passphrase_alone(int length)
    {
        byte[] plaintext = SamplePayload.Plaintext(length);
        (byte[] file, string digest) = await ExportAsync(plaintext, ExportRecipient.Passphrase(Passphrase));
        Assert.Equal(plaintext, await OpenAsync(file, ExportSecret.Passphrase(Passphrase)));
        Assert.Equal(plaintext, await OpenAsync(file, ExportSecret.Passphrase("correct horse ba\u0308ttery")));
        int envelope = (file[6] << 8) | file[7];
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(file.AsSpan(8, envelope))));
        await AssertRefusedAsync(file, ExportSecret.Passphrase("correct horse battery"));
    }

    [Fact]
    public async Task An_export_opens_for_each_of_its_recipients_and_nobody_else()
    {
        byte[] plaintext = SamplePayload.Plaintext(1000);
        using var rsa = RSA.Create(3072);
        using var otherRsa = RSA.Create(3072);
        using var key = KeyEncryptionKey.UnsafeFromBytes(SamplePayload.Key, new("acme"), "one-time");
        using var otherKey = KeyEncryptionKey.UnsafeFromBytes(new byte[32], new("acme"), "one-time");
        (byte[] file, _) = await ExportAsync(plaintext, ExportRecipient.PublicKey(rsa.ExportSubjectPublicKeyInfo()), ExportRecipient.OneTimeKey(key), ExportRecipient.Passphrase(Passphrase));
        Assert.Equal(plaintext, await OpenAsync(file, ExportSecret.PrivateKey(rsa)));
        Assert.Equal(plaintext, await OpenAsync(file, ExportSecret.OneTimeKey(key)));
        Assert.Equal(plaintext, await OpenAsync(file, ExportSecret.Passphrase(Passphrase)));
        await AssertRefusedAsync(file, ExportSecret.PrivateKey(otherRsa));
        await AssertRefusedAsync(file, ExportSecret.OneTimeKey(otherKey));
    }

    [Fact]
    public async Task A_wrap_that_gives_another_key_counts_for_nothing()
    {
        using var ring = KeyEncryptionKey.UnsafeFromBytes(SamplePayload.Key, new("acme"), "v1");
        using var sameKey = KeyEncryptionKey.UnsafeFromBytes(SamplePayload.Key, new("acme"), "v1");
        (byte[] file, _) = await ExportAsync([1, 2, 3], ExportRecipient.OneTimeKey(ring));
        using DataKey foreign = RandomKeys.NewDataKey();
        var envelope = Envelope.Parse(file.AsSpan(8, (file[6] << 8) | file[7]));
        EnvelopeWrap decoy = ring.Wrap(foreign);
        byte[] changed = envelope.With([decoy with { Key = decoy.Key with { KeyVersion = new("ring", "v0") } }, envelope.Wraps[0]]).ToBytes();
        byte[] rebuilt = [.. "QKR1"u8, 0, 0, (byte)(changed.Length >> 8), (byte)changed.Length, .. changed, .. file[(8 + envelope.ToBytes().Length)..]];
        Assert.Equal([1, 2, 3], await OpenAsync(rebuilt, ExportSecret.OneTimeKey(sameKey)));
        byte[] onlyDecoy = envelope.With([decoy]).ToBytes();
        byte[] broken = [.. "QKR1"u8, 0, 0, (byte)(onlyDecoy.Length >> 8), (byte)onlyDecoy.Length, .. onlyDecoy, .. file[(8 + envelope.ToBytes().Length)..]];
        await AssertRefusedAsync(broken, ExportSecret.OneTimeKey(sameKey));
    }

    [Fact]
    public async Task An_export_that_was_cut_off_or_changed_is_refused()
    {
        using var key = KeyEncryptionKey.UnsafeFromBytes(SamplePayload.Key, new("acme"), "one-time");
        (byte[] file, _) = await ExportAsync(SamplePayload.Plaintext(50), ExportRecipient.OneTimeKey(key));
        for (int length = 0; length < file.Length; length++)
        {
            await AssertRefusedAsync(file[..length], ExportSecret.OneTimeKey(key));
        }

        await AssertRefusedAsync([.. file, 0], ExportSecret.OneTimeKey(key));
        int named = 8 + 124 + 1; // behind the pinned part a wrap says what it is called, which changes nothing
        foreach (int place in Enumerable.Range(0, file.Length).Where(place => place < named || place > named + 30))
        {
            byte[] changed = [.. file];
            changed[place] ^= 1;
            await AssertRefusedAsync(changed, ExportSecret.OneTimeKey(key));
        }

        byte[] huge = [.. file];
        huge[4] = 0xFF;
        await AssertRefusedAsync(huge, ExportSecret.OneTimeKey(key));
    }

    [Theory]
    [InlineData(99, "fewer")]
    [InlineData(101, "more")]
    [InlineData(400_000, "more")]
    public async Task A_recording_of_another_length_than_was_announced_is_refused(int length, string word)
    {
        using var stream = new MemoryStream(SamplePayload.Plaintext(length));
        var refused = await Assert.ThrowsAsync<InvalidDataException>(async () => await RecordingExport.WriteAsync(
            stream, 100, SamplePayload.Context, [ExportRecipient.Passphrase(Passphrase)], Stream.Null, CancellationToken.None));
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transfer_that_breaks_off_is_not_called_tampering()
    {
        (byte[] file, _) = await ExportAsync([1], ExportRecipient.Passphrase(Passphrase));
        var source = CiphertextSource.Of(file.Length, (offset, _, _) => ValueTask.FromResult<Stream>(new MemoryStream(file, (int)offset, 3)));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await RecordingExport.OpenAsync(source, ExportSecret.Passphrase(Passphrase), CancellationToken.None));
    }

    [Fact]
    public async Task A_one_time_key_of_another_tenant_than_the_recording_is_exported_as_is_no_recipient()
    {
        using var key = KeyEncryptionKey.UnsafeFromBytes(SamplePayload.Key, new("someone-else"), "one-time");
        Assert.Equal(
            "a one-time key is of another tenant than the recording is exported as (Parameter 'recipients')",
            (await Assert.ThrowsAsync<ArgumentException>(() => ExportAsync([1], ExportRecipient.Passphrase(Passphrase), ExportRecipient.OneTimeKey(key)))).Message);
    }

    [Fact]
    public async Task Recipients_that_are_nobody_or_come_twice_are_refused_before_anything_is_written()
    {
        using var key = KeyEncryptionKey.UnsafeFromBytes(SamplePayload.Key, new("acme"), "one-time");
        ExportRecipient once = ExportRecipient.OneTimeKey(key);
        ExportRecipient[][] wrong = [[once, null!], [once, once], [ExportRecipient.Passphrase(Passphrase), ExportRecipient.Passphrase("another one than before")]];
        foreach (ExportRecipient[] recipients in wrong)
        {
            using var file = new MemoryStream();
            await Assert.ThrowsAsync<ArgumentException>(async () => await RecordingExport.WriteAsync(new MemoryStream([1]), 1, SamplePayload.Context, recipients, file, CancellationToken.None));
            Assert.Equal(0, file.Length);
        }
    }

    [Fact]
    public void A_passphrase_with_half_a_surrogate_pair_is_refused_by_both_sides()
    {
        foreach (string passphrase in new[] { "twelve characters\ud800", "\udc00twelve characters", "twelve \udc00\ud800 characters" })
        {
            Assert.Equal("passphrase", Assert.Throws<ArgumentException>(() => ExportRecipient.Passphrase(passphrase)).ParamName);
            Assert.Equal("passphrase", Assert.Throws<ArgumentException>(() => ExportSecret.Passphrase(passphrase)).ParamName);
        }

        Assert.NotNull(ExportRecipient.Passphrase("a whole pair \ud83d\ude00"));
        Assert.NotNull(ExportSecret.Passphrase("\ud83d\ude00"));
    }

    [Fact]
    public async Task Nothing_is_unwrapped_or_wrapped_any_more_once_it_was_called_off()
    {
        (byte[] file, _) = await ExportAsync([1], ExportRecipient.Passphrase(Passphrase));
        var called = new CancellationToken(canceled: true);
        using var written = new MemoryStream();
        var envelope = Envelope.Parse(file.AsSpan(8, (file[6] << 8) | file[7]));
        Assert.Throws<OperationCanceledException>(() => RecordingExport.Unwrap(envelope, ExportSecret.Passphrase(Passphrase), called));
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await RecordingExport.WriteAsync(new MemoryStream([1]), 1, SamplePayload.Context, [ExportRecipient.Passphrase(Passphrase)], written, called));
        Assert.Equal(0, written.Length);
    }

    [Fact]
    public async Task A_source_that_opens_nothing_is_called_so()
    {
        var source = CiphertextSource.Of(300, (_, _, _) => ValueTask.FromResult<Stream>(null!));
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(async () => await RecordingExport.OpenAsync(source, ExportSecret.Passphrase(Passphrase), CancellationToken.None));
        Assert.Equal("what opens ranges of a ciphertext gave no stream", problem.Message);
    }

    [Fact]
    public async Task A_key_that_was_disposed_is_no_wrong_key()
    {
        using var rsa = RSA.Create(3072);
        using var key = KeyEncryptionKey.UnsafeFromBytes(SamplePayload.Key, new("acme"), "one-time");
        (byte[] file, _) = await ExportAsync([1], ExportRecipient.PublicKey(rsa.ExportSubjectPublicKeyInfo()), ExportRecipient.OneTimeKey(key));
        rsa.Dispose();
        key.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => OpenAsync(file, ExportSecret.PrivateKey(rsa)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => OpenAsync(file, ExportSecret.OneTimeKey(key)));
    }

    [Fact]
    public async Task What_only_ends_like_a_copy_of_an_envelope_is_left_out()
    {
        var blobs = new InMemoryBlobStore();
        foreach (string name in new[] { "-envelope", "a/-envelope", "a/b-envelope" })
        {
            await using IStagedBlob staged = await blobs.StageAsync(new("acme"), new(name), CancellationToken.None);
            await staged.CommitAsync(CancellationToken.None);
        }

        Assert.Equal([new("a/b")], await EnvelopeCopies.ListAsync(blobs, new("acme"), CancellationToken.None).Select(copy => copy.Payload).ToListAsync());
        Assert.Equal(new string('a', 191) + "-envelope", EnvelopeCopies.NameOf(new(new string('a', 191))).Value);
        Assert.Equal("payload", Assert.Throws<ArgumentException>(() => EnvelopeCopies.NameOf(new(new string('a', 192)))).ParamName);
    }

    [Fact]
    public void Weak_recipients_are_refused()
    {
        using var weak = RSA.Create(2048);
        byte[] info = weak.ExportSubjectPublicKeyInfo();
        Assert.Equal("passphrase", Assert.Throws<ArgumentException>(() => ExportRecipient.Passphrase("elevenchars")).ParamName);
        Assert.Contains("not 2048", Assert.Throws<ArgumentException>(() => ExportRecipient.PublicKey(info)).Message, StringComparison.Ordinal);
        Assert.Equal("subjectPublicKeyInfo", Assert.Throws<ArgumentException>(() => ExportRecipient.PublicKey(new byte[5])).ParamName);
        Assert.NotNull(ExportRecipient.Passphrase("twelve chars"));
    }

    [Fact]
    public async Task Someone_must_be_able_to_open_it() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await RecordingExport.WriteAsync(new MemoryStream(), 0, SamplePayload.Context, [], Stream.Null, CancellationToken.None));

    [PythonFact]
    public async Task A_stranger_with_Python_reads_it_with_the_passphrase()
    {
        byte[] plaintext = SamplePayload.Plaintext(3 * 16384);
        (byte[] file, _) = await ExportAsync(plaintext, ExportRecipient.Passphrase(Passphrase));
        Assert.Equal(plaintext, (await ReadWithPythonAsync(file, Passphrase)).Written);
        Assert.Equal(1, (await ReadWithPythonAsync(file, "another passphrase")).Code);
        file[^1] ^= 1;
        (int code, byte[]? written) = await ReadWithPythonAsync(file, Passphrase);
        Assert.Equal(1, code);
        Assert.Null(written);
    }

    [PythonFact]
    public async Task A_stranger_with_Python_reads_it_with_the_data_key()
    {
        byte[] plaintext = SamplePayload.Plaintext(20_000);
        byte[] envelope = ReferenceEnvelope.Make(SamplePayload.Key, plaintext.Length, SamplePayload.Salt, "acme", "call-7", 1, (new byte[32], "v1"));
        byte[] payload = ReferenceCobblestone.Encrypt(SamplePayload.Key, SamplePayload.Salt, SamplePayload.Context.ToBytes(), plaintext);
        byte[] file = [.. "QKR1"u8, 0, 0, 0, (byte)envelope.Length, .. envelope, .. payload];
        string key = "key:" + Convert.ToHexString(SamplePayload.Key);
        Assert.Equal(plaintext, (await ReadWithPythonAsync(file, key)).Written);
        file[^1] ^= 1;
        Assert.Equal(1, (await ReadWithPythonAsync(file, key)).Code);
        Assert.Equal(1, (await ReadWithPythonAsync(file, "key:" + new string('0', 64))).Code);
        Assert.Equal(1, (await ReadWithPythonAsync(file[..100], key)).Code);
    }

    [PythonFact]
    public async Task A_stranger_with_Python_may_have_any_passphrase_and_ends_the_line_as_his_system_does()
    {
        foreach (string passphrase in new[] { "key: under the mat", "rsa:recovery.pem", "ring:1:of the twelve", "pass: the salt please", " with spaces around " })
        {
            (byte[] file, _) = await ExportAsync([1, 2, 3], ExportRecipient.Passphrase(passphrase));
            Assert.Equal([1, 2, 3], (await ReadWithPythonAsync(file, $"pass:{passphrase}")).Written);
            Assert.Equal([1, 2, 3], (await ReadWithPythonAsync(file, $"pass:{passphrase}\r")).Written);
        }
    }

    [PythonFact]
    public async Task A_stranger_with_Python_who_has_no_such_key_is_refused_like_everyone_and_loses_no_file()
    {
        string folder = Directory.CreateTempSubdirectory("qualitykit-pem-").FullName;
        try
        {
            using var rsa = RSA.Create(3072);
            using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            (byte[] file, _) = await ExportAsync([1, 2, 3], ExportRecipient.PublicKey(rsa.ExportSubjectPublicKeyInfo()));
            string pem = Path.Combine(folder, "key.pem");
            var locked = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
            foreach (string text in new[] { rsa.ExportEncryptedPkcs8PrivateKeyPem("a password", locked), rsa.ExportSubjectPublicKeyInfoPem(), curve.ExportPkcs8PrivateKeyPem(), "no PEM", "" })
            {
                await File.WriteAllTextAsync(pem, text);
                (int code, byte[]? written, string said) = await RunPythonAsync(file, $"rsa:{pem}");
                Assert.Equal((1, null, "the recording cannot be opened"), (code, written, said.Trim()));
            }

            foreach (string secret in new[] { "rsa:" + Path.Combine(folder, "missing.pem"), $"rsa:{folder}" })
            {
                (int code, byte[]? written, string said) = await RunPythonAsync(file, secret);
                Assert.Equal((1, null), (code, written));
                Assert.StartsWith("a file failed: ", said, StringComparison.Ordinal);
            }

            (int second, byte[]? kept, _) = await RunPythonAsync(file, $"rsa:{pem}", [7]);
            Assert.Equal(1, second);
            Assert.Equal([7], kept);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [PythonFact]
    public async Task A_stranger_with_Python_reads_what_is_for_a_private_key()
    {
        using var recipient = RSA.Create(3072);
        using var other = RSA.Create(3072);
        byte[] plaintext = SamplePayload.Plaintext(40_000);
        (byte[] file, _) = await ExportAsync(plaintext, ExportRecipient.Passphrase(Passphrase), ExportRecipient.PublicKey(recipient.ExportSubjectPublicKeyInfo()));
        string folder = Directory.CreateTempSubdirectory("qualitykit-rsa-").FullName;
        try
        {
            string pem = Path.Combine(folder, "recovery.pem");
            await File.WriteAllTextAsync(pem, recipient.ExportPkcs8PrivateKeyPem());
            (int code, byte[]? written) = await ReadWithPythonAsync(file, $"rsa:{pem}");
            Assert.Equal(0, code);
            Assert.Equal(plaintext, written);
            await File.WriteAllTextAsync(pem, other.ExportPkcs8PrivateKeyPem());
            Assert.Equal((1, null), await ReadWithPythonAsync(file, $"rsa:{pem}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [PythonFact]
    [Trait("Size", "Large")]
    public async Task A_stranger_with_Python_reads_past_chunk_65536()
    {
        const long Length = (65_537L * 16384) + 5;
        string path = Path.Combine(Path.GetTempPath(), $"qualitykit-{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}.qkr");
        try
        {
            await using (FileStream file = File.Create(path))
            {
                await RecordingExport.WriteAsync(new PatternStream(Length), Length, SamplePayload.Context, [ExportRecipient.Passphrase(Passphrase)], file, CancellationToken.None);
            }

            using Process process = StartPython(path, "-");
            await process.StandardInput.WriteLineAsync(Passphrase);
            process.StandardInput.Close();
            byte[] digest = await SHA256.HashDataAsync(process.StandardOutput.BaseStream);
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            Assert.Equal(await SHA256.HashDataAsync(new PatternStream(Length)), digest);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<(byte[] File, string Digest)> ExportAsync(byte[] plaintext, params ExportRecipient[] recipients)
    {
        using var file = new MemoryStream();
        string digest = await RecordingExport.WriteAsync(new MemoryStream(plaintext), plaintext.Length, SamplePayload.Context, recipients, file, CancellationToken.None);
        return (file.ToArray(), digest);
    }

    private static async Task<byte[]> OpenAsync(byte[] file, ExportSecret secret)
    {
        using OpenedExport export = await RecordingExport.OpenAsync(CiphertextSource.Of(file), secret, CancellationToken.None);
        Assert.Equal(SamplePayload.Context, export.Context);
        await using Stream stream = export.Payload.OpenStream();
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    private static async Task AssertRefusedAsync(byte[] file, ExportSecret secret) =>
        await Assert.ThrowsAsync<RecordingTamperedException>(() => OpenAsync(file, secret));

    internal static async Task<(int Code, byte[]? Written)> ReadWithPythonAsync(byte[] file, string secret)
    {
        (int code, byte[]? written, _) = await RunPythonAsync(file, secret);
        return (code, written);
    }

    private static async Task<(int Code, byte[]? Written, string Said)> RunPythonAsync(byte[] file, string secret, byte[]? before = null)
    {
        string folder = Directory.CreateTempSubdirectory("qualitykit-export-").FullName;
        try
        {
            string source = Path.Combine(folder, "export.qkr");
            string target = Path.Combine(folder, "plaintext");
            await File.WriteAllBytesAsync(source, file);
            if (before is not null)
            {
                await File.WriteAllBytesAsync(target, before);
            }

            using Process process = StartPython(source, target);
            await process.StandardInput.WriteLineAsync(secret);
            process.StandardInput.Close();
            string said = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, File.Exists(target) ? await File.ReadAllBytesAsync(target) : null, said);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process StartPython(string source, string target)
    {
        var start = new ProcessStartInfo(PythonFactAttribute.Program, [RepositoryFile.Path("eng/read-recording"), source, target])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        start.Environment["PYTHONUTF8"] = "1";
        return Process.Start(start)!;
    }

    /// <summary>Bytes that nobody holds: each is that of its place in its block of 64 KiB.</summary>
    private sealed class PatternStream(long length) : MemoryStream
    {
        private static readonly byte[] Block = SamplePayload.Plaintext(65_536);

        private long _place;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int start = (int)(_place % Block.Length);
            int taken = (int)Math.Min(Math.Min(buffer.Length, Block.Length - start), length - _place);
            Block.AsSpan(start, taken).CopyTo(buffer.Span);
            _place += taken;
            return ValueTask.FromResult(taken);
        }
    }
}
