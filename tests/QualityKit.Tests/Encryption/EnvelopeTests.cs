using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Reference.Recording;
using QualityKit.Storage.Keys;
using QualityKit.Tests.Vault;

namespace QualityKit.Tests.Encryption;

[SuppressMessage("Security", "CA5394", Justification = "a test's bytes need no secrecy")]
public sealed class EnvelopeTests
{
    private const int PinnedBytes = 4 + 2 + 2 + 8 + 56 + 2 + 18 + 32;

    private static readonly byte[] Ring = [.. Enumerable.Range(50, 32).Select(one => (byte)one)];
    private static readonly RecordingContext Context = SamplePayload.Context;

    [Fact]
    public void An_envelope_has_the_bytes_that_the_specification_gives_it()
    {
        Envelope envelope = Sample();
        byte[] expected = ReferenceEnvelope.Make(SamplePayload.Key, 1_000_000, SamplePayload.Salt, "acme", "call-7", 1, (Ring, "v1"));
        Assert.Equal(expected, envelope.ToBytes());
        Assert.Equal(PinnedBytes + 1 + 1 + 5 + 6 + 4 + 42, expected.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(expected)), envelope.Digest());
    }

    [Fact]
    public void An_envelope_is_read_back_whole()
    {
        Envelope envelope = Sample().With([Wrapped("v1"), Foreign("kms", 8192), Foreign("other", 1), Passphrase()]);
        var read = Envelope.Parse(envelope.ToBytes());
        Assert.Equal(envelope.ToBytes(), read.ToBytes());
        Assert.Equal(Context, read.Context);
        Assert.Equal(envelope.Wraps.Select(wrap => wrap.ToString()), read.Wraps.Select(wrap => wrap.ToString()));
        using DataKey key = SamplePayload.NewKey();
        PayloadSeal seal = read.Open(key, Context);
        Assert.Equal(1_000_000, seal.PlaintextLength);
        Assert.Equal(SamplePayload.Salt, seal.Salt.ToArray());
        Assert.Equal("envelope with 4 wraps", read.ToString());
    }

    [Fact]
    public void A_new_wrap_changes_nothing_else()
    {
        Envelope envelope = Sample();
        Envelope rewrapped = envelope.With([Wrapped("v2")]);
        Assert.Equal(envelope.ToBytes()[..PinnedBytes], rewrapped.ToBytes()[..PinnedBytes]);
        Assert.NotEqual(envelope.Digest(), rewrapped.Digest());
        Assert.Equal("ring/v2", Assert.Single(rewrapped.Wraps).Key.KeyVersion.ToString());
    }

    [Fact]
    public void A_flipped_bit_is_refused_or_leads_to_no_key_or_changes_only_what_a_wrap_is_called()
    {
        byte[] bytes = Sample().ToBytes();
        using DataKey key = SamplePayload.NewKey();
        int refused = 0;
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] changed = [.. bytes];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                var envelope = Envelope.Parse(changed);
                bool isPinned = bit / 8 < PinnedBytes;
                Assert.Equal(!isPinned, envelope.IsAuthenticUnder(key));
                Assert.Equal(isPinned, Record.Exception(() => envelope.Open(key, envelope.Context)) is RecordingTamperedException);
                using var ring = KeyEncryptionKey.UnsafeFromBytes(Ring, new("acme"), "v1");
                using DataKey? unwrapped = ring.Unwrap(envelope.Wraps[0]);
                Assert.True(unwrapped is null || bit / 8 < bytes.Length - 40);
            }
            catch (RecordingTamperedException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 200, bytes.Length * 8);
    }

    [Fact]
    public void An_envelope_cut_off_anywhere_or_lengthened_is_refused()
    {
        byte[] bytes = Sample().ToBytes();
        for (int length = 0; length < bytes.Length; length++)
        {
            AssertRefused(bytes[..length]);
        }

        AssertRefused([.. bytes, 0]);
        AssertRefused([.. bytes, .. bytes]);
    }

    [Fact]
    public void An_envelope_of_something_else_is_refused()
    {
        using DataKey key = SamplePayload.NewKey();
        Envelope envelope = Sample();
        foreach (RecordingContext other in new RecordingContext[] { new(new("b"), new("call-7"), MediaKind.Audio), new(new("acme"), new("call-8"), MediaKind.Audio), new(new("acme"), new("call-7"), MediaKind.Screen) })
        {
            Assert.Equal(TamperReason.Context, Assert.Throws<RecordingTamperedException>(() => envelope.Open(key, other)).Reason);
        }

        using var wrong = DataKey.UnsafeFromBytes(Ring);
        Assert.Equal(TamperReason.EnvelopeMac, Assert.Throws<RecordingTamperedException>(() => envelope.Open(wrong, Context)).Reason);
        Assert.False(envelope.IsAuthenticUnder(wrong));
    }

    [Fact]
    public void A_wrap_of_another_envelope_leads_to_a_key_that_does_not_authenticate_this_one()
    {
        using var otherKey = DataKey.UnsafeFromBytes(Ring);
        using var ring = KeyEncryptionKey.UnsafeFromBytes(Ring, new("acme"), "v1");
        Envelope moved = Sample().With([ring.Wrap(otherKey)]);
        using DataKey unwrapped = ring.Unwrap(moved.Wraps[0])!;
        Assert.False(moved.IsAuthenticUnder(unwrapped));
    }

    [Theory]
    [InlineData(0, 0x00)] // marker
    [InlineData(5, 0x01)] // length of what is pinned
    [InlineData(6, 0x00)] // suite
    [InlineData(6, 0x02)]
    [InlineData(7, 0x01)] // flags
    [InlineData(8, 0x80)] // negative length
    [InlineData(8, 0x01)] // more than 4 PiB
    [InlineData(72, 0xFF)] // longer context than there is
    [InlineData(73, 0x01)]
    [InlineData(74, 0x00)] // no context
    [InlineData(91, 0x09)] // a medium that is none
    [InlineData(PinnedBytes, 0x00)] // no wraps
    [InlineData(PinnedBytes, 0x02)] // fewer than said
    [InlineData(PinnedBytes, 0x05)]
    [InlineData(PinnedBytes, 0xFF)]
    [InlineData(PinnedBytes + 1, 0x00)] // a kind that is none
    [InlineData(PinnedBytes + 1, 0x05)]
    [InlineData(PinnedBytes + 1, 0x03)] // a passphrase's has another length
    [InlineData(PinnedBytes + 2, 0x00)] // no provider
    [InlineData(PinnedBytes + 2, 0x41)]
    [InlineData(PinnedBytes + 3, 0x52)] // a capital letter
    [InlineData(PinnedBytes + 3, 0xE9)] // no ASCII
    [InlineData(PinnedBytes + 8, 0x00)] // no key
    [InlineData(PinnedBytes + 7, 0xFF)]
    [InlineData(PinnedBytes + 9, 0x00)] // a NUL
    [InlineData(PinnedBytes + 9, 0xFF)] // no UTF-8
    [InlineData(PinnedBytes + 18, 0x27)] // a shorter wrap
    [InlineData(PinnedBytes + 18, 0x29)]
    public void What_is_not_written_so_is_refused(int place, byte value)
    {
        byte[] bytes = Sample().ToBytes();
        bytes[place] = value;
        AssertRefused(bytes);
    }

    [Fact]
    public void Bytes_of_chance_and_envelopes_changed_by_chance_are_refused_and_nothing_else_is_thrown()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("QUALITYKIT_SEED"), out int given) ? given : RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new Random(seed);
        byte[] right = Sample().With([Wrapped("v1"), Foreign("kms", 60), Passphrase()]).ToBytes();
        using DataKey key = SamplePayload.NewKey();
        for (int turn = 0; turn < 20_000; turn++)
        {
            byte[] bytes = turn % 4 == 0 ? new byte[random.Next(400)] : [.. right];
            if (turn % 4 == 0)
            {
                random.NextBytes(bytes);
                right.AsSpan(0, Math.Min(bytes.Length, random.Next(PinnedBytes + 30))).CopyTo(bytes);
            }

            for (int change = random.Next(4); change > 0 && bytes.Length > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                var envelope = Envelope.Parse(bytes);
                Assert.Equal(bytes, envelope.ToBytes());
                Assert.True(!envelope.IsAuthenticUnder(key) || bytes.AsSpan(0, PinnedBytes).SequenceEqual(right.AsSpan(0, PinnedBytes)), $"QUALITYKIT_SEED={seed}");
            }
            catch (RecordingTamperedException refused)
            {
                Assert.Equal(TamperReason.Envelope, refused.Reason);
            }
        }
    }

    public static TheoryData<string> WrongWraps => ["none", "five", "twice", "kind", "provider", "capital", "digit", "long", "empty", "ring", "passphrase", "few", "many", "public", "none-public", "two-passphrases", "ring-named-kms", "passphrase-named-kms", "rsa-named-kms", "wrapper-named-ring", "wrapper-named-passphrase", "wrapper-named-rsa"];

    [Theory]
    [MemberData(nameof(WrongWraps))]
    public void Wraps_outside_their_range_are_not_written(string what)
    {
        EnvelopeWrap wrap = Wrapped("v1");
        EnvelopeWrap foreign = Foreign("kms", 60);
        EnvelopeWrap[] wraps = what switch
        {
            "none" => [],
            "five" => [Wrapped("1"), Wrapped("2"), Wrapped("3"), Wrapped("4"), Wrapped("5")],
            "twice" => [wrap, Wrapped("v1")],
            "kind" => [foreign with { Kind = (WrapKind)9 }],
            "provider" => [foreign with { Provider = "" }],
            "capital" => [foreign with { Provider = "Kms" }],
            "digit" => [foreign with { Provider = "1kms" }],
            "long" => [foreign with { Provider = new string('k', 65) }],
            "empty" => [Foreign("kms", 0)],
            "ring" => [Foreign("ring", 41) with { Kind = WrapKind.RingKey }],
            "passphrase" => [Foreign("passphrase", 61) with { Kind = WrapKind.Passphrase }],
            "few" => [Rounds(99_999)],
            "many" => [Rounds(10_000_001)],
            "public" => [Foreign("rsa", 1025) with { Kind = WrapKind.PublicKey }],
            "none-public" => [Foreign("rsa", 0) with { Kind = WrapKind.PublicKey }],
            "two-passphrases" => [Rounds(210_000), Rounds(210_000) with { Key = Rounds(210_000).Key with { KeyVersion = new("passphrase", "2") } }],
            "ring-named-kms" => [wrap with { Provider = "kms" }],
            "passphrase-named-kms" => [Rounds(210_000) with { Provider = "kms" }],
            "rsa-named-kms" => [Foreign("kms", 384) with { Kind = WrapKind.PublicKey }],
            "wrapper-named-ring" => [Foreign("ring", 40)],
            "wrapper-named-passphrase" => [Foreign("passphrase", 60)],
            _ => [Foreign("rsa", 384)],
        };
        Assert.Equal(
            "an envelope has 1 to 4 wraps, each within its range, by different key versions, one of them by a passphrase at most (Parameter 'wraps')",
            Assert.Throws<ArgumentException>(() => Sample().With(wraps)).Message);
    }

    [Fact]
    public void Wraps_at_the_ends_of_their_range_are_written()
    {
        EnvelopeWrap[] wraps = [Foreign(new string('k', 64), 8192), Foreign("rsa", 1024) with { Kind = WrapKind.PublicKey }, Rounds(100_000), Foreign("a", 1)];
        var read = Envelope.Parse(Sample().With(wraps).ToBytes());
        Assert.Equal(wraps.Select(wrap => wrap.Key.Ciphertext.Length), read.Wraps.Select(wrap => wrap.Key.Ciphertext.Length));
        Assert.Throws<ArgumentException>(() => Sample().With([Foreign("kms", 8193)]));
        Assert.Equal(60, Envelope.Parse(Sample().With([Rounds(10_000_000)]).ToBytes()).Wraps[0].Key.Ciphertext.Length);
        Assert.Equal(1, Envelope.Parse(Sample().With([Foreign("rsa", 1) with { Kind = WrapKind.PublicKey }]).ToBytes()).Wraps[0].Key.Ciphertext.Length);
    }

    [Fact]
    public void The_largest_envelope_is_read_back()
    {
        var longest = new RecordingContext(new(new string('t', 128)), new(new string('r', 128)), MediaKind.Audio);
        using DataKey key = SamplePayload.NewKey();
        var wraps = Enumerable.Range(1, 4).Select(number => new EnvelopeWrap
        {
            Kind = WrapKind.KeyWrapper,
            Provider = new string('k', 64),
            Key = new() { KeyVersion = new(new string('a', 512), new string((char)('a' + number), 512)), Ciphertext = new byte[8192] },
        });
        Assert.Equal(Envelope.MostBytes, Envelope.Make(SealOf(key), longest, key, wraps).ToBytes().Length);
        byte[] bytes = Sample().With(wraps).ToBytes();
        Assert.Equal(PinnedBytes + 1 + (4 * (1 + 1 + 64 + 514 + 514 + 8194)), bytes.Length);
        Assert.Equal(bytes, Envelope.Parse(bytes).ToBytes());
        bytes[PinnedBytes + 1 + 1 + 64 + 1 + 1] = 3; // a key of 515 bytes would reach into the next text
        AssertRefused(bytes);
    }

    [Fact]
    public void A_seal_that_no_writer_gave_makes_no_envelope()
    {
        using DataKey key = SamplePayload.NewKey();
        PayloadSeal seal = SealOf(key) with { Salt = new byte[23] };
        Assert.Equal(
            "is not what a writer said of a payload (Parameter 'seal')",
            Assert.Throws<ArgumentException>(() => Envelope.Make(seal, Context, key, [Wrapped("v1")])).Message);
        Assert.Equal("Cobblestone256, 1000000 bytes", seal.ToString());
    }

    [Fact]
    public void Five_wraps_are_refused_however_whole_they_are()
    {
        byte[] pinned = Sample().ToBytes()[..PinnedBytes];
        EnvelopeWrap[] wraps = [Wrapped("1"), Wrapped("2"), Wrapped("3"), Wrapped("4"), Wrapped("5")];
        Assert.Equal(4, Envelope.Parse(EnvelopeFormat.Write(pinned, [.. wraps[..4]])).Wraps.Length);
        AssertRefused(EnvelopeFormat.Write(pinned, [.. wraps]));
    }

    [Fact]
    public void A_chunk_that_is_refused_leaves_nothing_behind()
    {
        using DataKey key = SamplePayload.NewKey();
        using ChunkCipher cipher = key.CipherFor(SamplePayload.Salt, Context.ToBytes());
        byte[] chunk = new byte[20 + PayloadFormat.TagBytes];
        cipher.Seal(3, SamplePayload.Plaintext(20), chunk);
        byte[] destination = [.. Enumerable.Repeat((byte)7, 20)];
        Assert.False(cipher.TryOpen(4, chunk, destination));
        Assert.Equal(new byte[20], destination);
        Assert.True(cipher.TryOpen(3, chunk, destination));
        Assert.Equal(SamplePayload.Plaintext(20), destination);
    }

    [Fact]
    public void A_passphrase_unwraps_no_key_of_another_length()
    {
        byte[] salt = [.. Enumerable.Range(1, 16).Select(one => (byte)one)];
        byte[] wrapping = Rfc2898DeriveBytes.Pbkdf2("a passphrase"u8, salt, 100_000, HashAlgorithmName.SHA512, 32);
        foreach ((int bytes, bool isKey) in new (int, bool)[] { (31, false), (32, true) })
        {
            byte[] wrapped = [0, 1, 0x86, 0xA0, .. salt, .. ReferenceKeyWrap.Wrap(wrapping, SamplePayload.Plaintext(bytes))]; // 100,000 is 0x186A0
            EnvelopeWrap wrap = Rounds(100_000) with { Key = new() { KeyVersion = new("passphrase", "1"), Ciphertext = wrapped } };
            using DataKey? key = PassphraseWrap.Unwrap(wrap, "a passphrase");
            Assert.Equal(isKey, key is not null);
        }
    }

    [Fact]
    public void A_passphrase_unwraps_what_it_wrapped_and_nothing_else()
    {
        using DataKey key = SamplePayload.NewKey();
        byte[] salt = [.. Enumerable.Range(1, 16).Select(one => (byte)one)];
        EnvelopeWrap wrap = PassphraseWrap.Wrap(key, "cafe\u0301 au lait", salt, 100_000);
        Assert.Equal(ReferenceEnvelope.WrapByPassphrase(SamplePayload.Key, "caf\u00e9 au lait", salt, 100_000), wrap.Key.Ciphertext.ToArray());
        Assert.Equal(SamplePayload.Key, Bytes(PassphraseWrap.Unwrap(wrap, "caf\u00e9 au lait")));
        Assert.Throws<InvalidOperationException>(PassphraseWrap.Unwrap(wrap, "caf\u00e9 au lait")!.Spend);
        Assert.Null(PassphraseWrap.Unwrap(wrap, "cafe au lait"));
        Assert.Null(PassphraseWrap.Unwrap(wrap with { Kind = WrapKind.KeyWrapper }, "caf\u00e9 au lait"));
        Assert.Null(PassphraseWrap.Unwrap(Rounds(10_000_001), "caf\u00e9 au lait"));
        Assert.Null(PassphraseWrap.Unwrap(wrap with { Key = wrap.Key with { Ciphertext = default } }, "caf\u00e9 au lait"));
        byte[] changed = wrap.Key.Ciphertext.ToArray();
        changed[^1] ^= 1;
        Assert.Null(PassphraseWrap.Unwrap(wrap with { Key = wrap.Key with { Ciphertext = changed } }, "caf\u00e9 au lait"));
    }

    private static Envelope Sample()
    {
        using DataKey key = SamplePayload.NewKey();
        return Envelope.Make(SealOf(key), Context, key, [Wrapped("v1")]);
    }

    private static PayloadSeal SealOf(DataKey key)
    {
        using ChunkCipher cipher = key.CipherFor(SamplePayload.Salt, Context.ToBytes());
        return new() { Suite = PayloadSuite.Cobblestone256, PlaintextLength = 1_000_000, Salt = SamplePayload.Salt, Commitment = cipher.Commitment.ToArray() };
    }

    private static EnvelopeWrap Wrapped(string version)
    {
        using DataKey key = SamplePayload.NewKey();
        using var ring = KeyEncryptionKey.UnsafeFromBytes(Ring, new("acme"), version);
        return ring.Wrap(key);
    }

    private static EnvelopeWrap Foreign(string provider, int bytes) => new()
    {
        Kind = WrapKind.KeyWrapper,
        Provider = provider,
        Key = new() { KeyVersion = new KeyVersionId("arn:key", "7"), Ciphertext = SamplePayload.Plaintext(bytes) },
    };

    private static EnvelopeWrap Rounds(int rounds) => Foreign("passphrase", 0) with
    {
        Kind = WrapKind.Passphrase,
        Key = new() { KeyVersion = new("passphrase", "1"), Ciphertext = (byte[])[(byte)(rounds >> 24), (byte)(rounds >> 16), (byte)(rounds >> 8), (byte)rounds, .. new byte[56]] },
    };

    private static EnvelopeWrap Passphrase() => Rounds(210_000);

    private static void AssertRefused(byte[] bytes) =>
        Assert.Equal(TamperReason.Envelope, Assert.Throws<RecordingTamperedException>(() => Envelope.Parse(bytes)).Reason);

    private static byte[] Bytes(DataKey? key)
    {
        byte[] bytes = new byte[32];
        key!.UnsafeExportKey(bytes);
        return bytes;
    }
}
