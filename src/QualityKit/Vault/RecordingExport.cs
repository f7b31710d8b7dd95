using System.Buffers.Binary;
using System.Collections.Immutable;
using QualityKit.Encryption;

namespace QualityKit.Vault;

/// <summary>A recording as one file that opens without the library, the database and the ring: its own envelope, then its payload (docs/recording-format.md).</summary>
/// <remarks>It is encrypted anew under a key of its own, wrapped for the recipients that are named and nobody else. <c>eng/read-recording</c> opens one with Python alone.</remarks>
public static class RecordingExport
{
    /// <summary>The bytes before the envelope: <c>QKR1</c> and its length.</summary>
    private const int PrefixBytes = 8;

    /// <summary>Writes an export.</summary>
    /// <param name="plaintext">The recording.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="context">What it is exported as.</param>
    /// <param name="recipients">One to four.</param>
    /// <param name="destination">Where it goes; stays open. What was written before something failed cannot be opened.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>SHA-256 of the envelope, as hexadecimal, for the audit.</returns>
    /// <exception cref="ArgumentException">There is no recipient, or there are too many, or two passphrases, or one key twice; or one is null, or a one-time key of another tenant than the context's.</exception>
    /// <exception cref="InvalidDataException">The recording is shorter or longer than the length.</exception>
    public static ValueTask<string> WriteAsync(
        Stream plaintext, long length, RecordingContext context, IEnumerable<ExportRecipient> recipients, Stream destination, CancellationToken cancellationToken) =>
        WriteAsync((plaintext, length), context, recipients, destination, _ => ValueTask.CompletedTask, cancellationToken);

    /// <summary>The same, with the digest of the envelope before anything is read or written.</summary>
    internal static async ValueTask<string> WriteAsync(
        (Stream Plaintext, long Length) content, RecordingContext context, IEnumerable<ExportRecipient> recipients, Stream destination, Func<string, ValueTask> announce, CancellationToken cancellationToken)
    {
        (Stream plaintext, long length) = content;
        ArgumentNullException.ThrowIfNull(plaintext);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(recipients);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, PayloadFormat.MostBytes);
        ImmutableArray<ExportRecipient> all = Checked(recipients, context);
        cancellationToken.ThrowIfCancellationRequested();
        using DataKey key = RandomKeys.NewDataKey();
        using PayloadWriter writer = PayloadWriter.To(destination, key, context);
        Envelope envelope = Envelope.Make(writer.Announce(length), context, key, all.Select(recipient => recipient.Wrap(key)));
        await announce(envelope.Digest()).ConfigureAwait(false);
        await destination.WriteAsync(HeadOf(envelope), cancellationToken).ConfigureAwait(false);
        long copied = await writer.CopyAsync(plaintext, length, cancellationToken).ConfigureAwait(false);
        if (copied != length)
        {
            throw new InvalidDataException($"the recording has {(copied > length ? "more" : "fewer")} bytes than the {length} that were announced");
        }

        await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return envelope.Digest();
    }

    /// <summary>Opens an export.</summary>
    /// <param name="source">The file.</param>
    /// <param name="secret">What the recipient has.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RecordingTamperedException">It is no export, not for this secret, or not what was written.</exception>
    /// <exception cref="Storage.Errors.StorageUnavailableException">It could not be read.</exception>
    public static async ValueTask<OpenedExport> OpenAsync(CiphertextSource source, ExportSecret secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(secret);
        (Envelope envelope, CiphertextSource payload) = await ReadHeadAsync(source, cancellationToken).ConfigureAwait(false);
        return await OpenAsync(envelope, payload, secret, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens what an envelope and a payload are, wherever each is kept.</summary>
    internal static async ValueTask<OpenedExport> OpenAsync(Envelope envelope, CiphertextSource ciphertext, ExportSecret secret, CancellationToken cancellationToken)
    {
        using DataKey key = Unwrap(envelope, secret, cancellationToken);
        PayloadSeal seal = envelope.Open(key, envelope.Context);
        PayloadReader payload = await PayloadReader.OpenAsync(ciphertext, key, envelope.Context, seal, cancellationToken).ConfigureAwait(false);
        return new(envelope.Context, payload, envelope.Digest());
    }

    /// <summary>What is before the payload.</summary>
    internal static byte[] HeadOf(Envelope envelope)
    {
        byte[] bytes = envelope.ToBytes();
        byte[] head = [.. "QKR1"u8, 0, 0, 0, 0, .. bytes];
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), bytes.Length);
        return head;
    }

    /// <summary>The envelope of an export, believed in nothing but its form, and the payload behind it.</summary>
    /// <exception cref="RecordingTamperedException">It is no export.</exception>
    internal static async ValueTask<(Envelope Envelope, CiphertextSource Payload)> ReadHeadAsync(CiphertextSource source, CancellationToken cancellationToken)
    {
        byte[] prefix = await ReadAsync(source, 0, PrefixBytes, cancellationToken).ConfigureAwait(false);
        uint length = BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(4));
        return prefix.AsSpan(0, 4).SequenceEqual("QKR1"u8) && length <= Envelope.MostBytes
            ? (Envelope.Parse(await ReadAsync(source, PrefixBytes, (int)length, cancellationToken).ConfigureAwait(false)), source.From(PrefixBytes + length))
            : throw new RecordingTamperedException(TamperReason.Envelope);
    }

    /// <summary>The first data key that authenticates the envelope: a wrap that gives another one counts for nothing.</summary>
    internal static DataKey Unwrap(Envelope envelope, ExportSecret secret, CancellationToken cancellationToken)
    {
        foreach (EnvelopeWrap wrap in envelope.Wraps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DataKey? key = secret.Unwrap(wrap);
            if (key is not null && envelope.IsAuthenticUnder(key))
            {
                return key;
            }

            key?.Dispose();
        }

        throw new RecordingTamperedException(TamperReason.Wrap);
    }

    // A key of another tenant would wrap what nobody opens who goes by the tenant that the envelope names.
    private static ImmutableArray<ExportRecipient> Checked(IEnumerable<ExportRecipient> recipients, RecordingContext context)
    {
        ImmutableArray<ExportRecipient> all = [.. recipients];
        return all.Any(recipient => recipient is null) ? throw new ArgumentException("a recipient is null", nameof(recipients))
            : all.Any(recipient => !recipient.IsOf(context.Tenant)) ? throw new ArgumentException("a one-time key is of another tenant than the recording is exported as", nameof(recipients))
            : all;
    }

    private static async ValueTask<byte[]> ReadAsync(CiphertextSource source, long offset, int length, CancellationToken cancellationToken)
    {
        if (offset + length > source.Length)
        {
            throw new RecordingTamperedException(TamperReason.Length);
        }

        byte[] bytes = new byte[length];
        await source.ReadAsync(offset, bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }
}
