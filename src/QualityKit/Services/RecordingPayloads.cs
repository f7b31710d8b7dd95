using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Writes payloads and opens them. It gives no recording a payload: that is the commit of its envelope.</summary>
internal sealed class RecordingPayloads(RecordingTools tools)
{
    private readonly RecordingCopies _copies = new(tools);

    /// <summary>Whether what is opened is opened for somebody, and so wrapped anew before others.</summary>
    public bool IsAccess { get; init; }

    /// <summary>Encrypts into a blob of its own under a new key, and compares what the store took with what was sent.</summary>
    /// <param name="context">What it is encrypted for.</param>
    /// <param name="fill">Writes the plaintext.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="StorageUnavailableException">It could not be stored, or was stored as something else. Nothing is removed: a job does that when nobody can be using it any more.</exception>
    public async ValueTask<RecordingUpload> WriteAsync(RecordingContext context, Func<PayloadWriter, CancellationToken, ValueTask> fill, CancellationToken cancellationToken)
    {
        PendingBlob pending = await BeginAsync(context, cancellationToken).ConfigureAwait(false);
        DataKey key = RandomKeys.NewDataKey();
        try
        {
            using PayloadTree? tree = tools.Options.TakesTree ? new PayloadTree() : null;
            IStagedBlob staged = await tools.Blobs.StageAsync(context.Tenant, pending.Blob!, cancellationToken).ConfigureAwait(false);
            await using (staged.ConfigureAwait(false))
            {
                var blob = new MeasuredBlob(staged, tree);
                PayloadSeal seal = await FillAsync(blob, key, context, fill, cancellationToken).ConfigureAwait(false);
                await blob.CommitExactlyAsync(seal.CiphertextLength, cancellationToken).ConfigureAwait(false);
                var upload = new RecordingUpload(key) { Context = context, Seal = seal, Crc32C = blob.Crc, Tree = tree?.Root(), Pending = pending };
                await _copies.WriteAsync(upload, cancellationToken).ConfigureAwait(false);
                return upload;
            }
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>The envelope of a payload under the key that wraps now, and the ring that its commit has to require. The wrap was opened again by a key loaded anew: one that came back wrong wraps nothing that is kept.</summary>
    /// <exception cref="KeyUnavailableException">There is no key, or what it wrapped does not open.</exception>
    public async ValueTask<(Envelope Envelope, RequireDocument Ring)> WrapAsync(RecordingUpload upload, CancellationToken cancellationToken)
    {
        TenantId tenant = upload.Context.Tenant;
        WrappingKey wrapping = await tools.Keys.ForWrappingAsync(tenant, cancellationToken).ConfigureAwait(false);
        Envelope envelope;
        using (wrapping.Key)
        {
            envelope = Envelope.Parse(Envelope.Make(upload.Seal, upload.Context, upload.Key, [wrapping.Key.Wrap(upload.Key)]).ToBytes());
        }

        using KeyEncryptionKey reloaded = await tools.Keys.AgainAsync(tenant, wrapping, cancellationToken).ConfigureAwait(false);
        using DataKey? again = TenantKeys.Authentic(reloaded, envelope.Wraps[0], envelope);
        return again is not null && IsCommitted(envelope.Open(again, upload.Context), again, upload.Context)
            ? (envelope, wrapping.Ring)
            : throw new KeyUnavailableException("what the key of the tenant wrapped does not open", isRetryable: true);
    }

    /// <summary>Copies a stream.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="writer">Where it goes.</param>
    /// <param name="declared">How many bytes it must have; null for any.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ValidationFailedException">It has more or fewer, or more than a blob can have.</exception>
    public async ValueTask CopyAsync(Stream source, PayloadWriter writer, long? declared, CancellationToken cancellationToken)
    {
        long room = PayloadFormat.MostIn(tools.Blobs.Capabilities.LargestBlob);
        long copied = await writer.CopyAsync(source, Math.Min(declared ?? room, room), cancellationToken).ConfigureAwait(false);
        if (copied > room)
        {
            throw Refusal.Of(IssueCodes.RecordingTooLarge, "", ("limit", (decimal)tools.Blobs.Capabilities.LargestBlob));
        }

        if (copied != (declared ?? copied))
        {
            throw Refusal.Of(IssueCodes.RecordingLengthDiffers, "", ("declared", (decimal)declared!), ("length", (decimal)copied));
        }
    }

    /// <summary>The payload of a recording. Its key and context are right and its length exact; nothing was decrypted.</summary>
    /// <exception cref="RecordingTamperedException">It is not what was stored.</exception>
    /// <exception cref="KeyUnavailableException">There is no key.</exception>
    /// <exception cref="StorageUnavailableException">It could not be read, or is not there though the recording is.</exception>
    public async ValueTask<PayloadReader> OpenAsync(
        TenantId tenant, StoredRecording recording, bool allowCompromised, CancellationToken cancellationToken, Func<CiphertextSource, CiphertextSource>? through = null)
    {
        Envelope envelope = await FindEnvelopeAsync(tenant, recording.Id, cancellationToken).ConfigureAwait(false) ?? throw new RecordingTamperedException(TamperReason.Envelope);
        using DataKey key = await UnwrapAsync((tenant, recording.Id), envelope, allowCompromised, cancellationToken).ConfigureAwait(false);
        RecordingContext context = recording.ContextIn(tenant);
        PayloadSeal seal = envelope.Open(key, context);
        Accessed((tenant, recording.Id), envelope, allowCompromised);
        BlobInfo blob = await tools.Blobs.FindAsync(tenant, recording.Blob!, cancellationToken).ConfigureAwait(false)
            ?? throw new StorageUnavailableException("the payload of a recording is not there");
        CiphertextSource source = CiphertextSource.Of(tools.Blobs, tenant, blob);
        return await PayloadReader.OpenAsync(through?.Invoke(source) ?? source, key, context, seal, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lays a copy of the envelope of a recording beside its payload, where the options ask for one and there is none for their key.</summary>
    /// <exception cref="StorageUnavailableException">It could not be stored.</exception>
    public ValueTask CopyEnvelopeAsync(TenantId tenant, StoredRecording recording, CancellationToken cancellationToken) => _copies.RenewAsync(
        recording,
        tenant,
        async () =>
        {
            Envelope? envelope = await FindEnvelopeAsync(tenant, recording.Id, cancellationToken).ConfigureAwait(false);
            return envelope is null ? null : (envelope, await tools.Keys.UnwrapAsync(tenant, envelope, allowCompromised: false, cancellationToken).ConfigureAwait(false));
        },
        cancellationToken);

    /// <summary>Reads a payload to its end, and gives the root of the tree over it. One pass: what is opened is hashed on its way.</summary>
    /// <param name="open">Opens it over what it is given for the source.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RecordingTamperedException">It is not what was stored.</exception>
    public static async ValueTask<string> RootAsync(Func<Func<CiphertextSource, CiphertextSource>, ValueTask<PayloadReader>> open, CancellationToken cancellationToken)
    {
        using var tree = new PayloadTree();
        CiphertextSource Hashed(CiphertextSource source) => CiphertextSource.Of(source.Length, async (offset, length, token) => offset == tree.Length
            ? new WatchedStream(await source.OpenAsync(offset, length, token).ConfigureAwait(false), bytes => tree.Append(bytes.Span))
            : throw new InvalidOperationException($"a range begins at {offset}, and {tree.Length} bytes were read"));
        using PayloadReader reader = await open(Hashed).ConfigureAwait(false);
        await reader.VerifyAsync(cancellationToken).ConfigureAwait(false);
        return tree.Root();
    }

    /// <summary>A payload that was just written, as the store has it, under the only key to it.</summary>
    public async ValueTask<PayloadReader> OpenAsync(RecordingUpload upload, CancellationToken cancellationToken)
    {
        TenantId tenant = upload.Context.Tenant;
        BlobInfo blob = await tools.Blobs.FindAsync(tenant, upload.Pending.Blob!, cancellationToken).ConfigureAwait(false)
            ?? throw new StorageUnavailableException("a payload that was just written is not there");
        return await PayloadReader.OpenAsync(CiphertextSource.Of(tools.Blobs, tenant, blob), upload.Key, upload.Context, upload.Seal, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a payload that was just written back, and compares it with the SHA-256 of what was to be written: before anything else is deleted for it.</summary>
    /// <exception cref="StorageUnavailableException">It is something else.</exception>
    public async ValueTask CompareAsync(RecordingUpload upload, ReadOnlyMemory<byte> digest, CancellationToken cancellationToken)
    {
        using PayloadReader reader = await OpenAsync(upload, cancellationToken).ConfigureAwait(false);
        Stream plaintext = reader.OpenStream();
        await using (plaintext.ConfigureAwait(false))
        {
            byte[] got = await SHA256.HashDataAsync(plaintext, cancellationToken).ConfigureAwait(false);
            if (!got.AsSpan().SequenceEqual(digest.Span))
            {
                throw new StorageUnavailableException("what was written is not what was read");
            }
        }
    }

    private async ValueTask<Envelope?> FindEnvelopeAsync(TenantId tenant, RecordingId recording, CancellationToken cancellationToken) =>
        await tools.Documents.ReadAsync(tenant, EnvelopeDocument.KeyOf(recording), cancellationToken).ConfigureAwait(false) is { } document ? EnvelopeDocument.Read(document) : null;

    // Also one that was not to be had: by a compromised key nobody opens it before it is wrapped anew.
    private async ValueTask<DataKey> UnwrapAsync((TenantId Tenant, RecordingId Id) recording, Envelope envelope, bool allowCompromised, CancellationToken cancellationToken)
    {
        try
        {
            return await tools.Keys.UnwrapAsync(recording.Tenant, envelope, allowCompromised, cancellationToken).ConfigureAwait(false);
        }
        catch (KeyUnavailableException)
        {
            Accessed(recording, envelope, allowCompromised);
            throw;
        }
    }

    // Who may use compromised keys makes the recording anew.
    private void Accessed((TenantId Tenant, RecordingId Id) recording, Envelope envelope, bool allowCompromised)
    {
        if (IsAccess && !allowCompromised)
        {
            tools.Keys.Accessed(recording.Tenant, recording.Id, envelope);
        }
    }

    private static bool IsCommitted(PayloadSeal seal, DataKey key, RecordingContext context)
    {
        using ChunkCipher cipher = key.CipherFor(seal.Salt.Span, context.ToBytes());
        return cipher.IsCommittedBy(seal.Commitment.Span);
    }

    private async ValueTask<PendingBlob> BeginAsync(RecordingContext context, CancellationToken cancellationToken)
    {
        PendingBlob pending = PendingBlob.New(context.Recording, tools.Deeds.Now);
        return await pending.CommitAsync(tools.Documents, DocumentBatch.For(context.Tenant, CommandId.New()), cancellationToken).ConfigureAwait(false)
            ?? throw new ConcurrencyConflictException("blob", pending.Blob!.Value);
    }

    private static async ValueTask<PayloadSeal> FillAsync(
        MeasuredBlob blob, DataKey key, RecordingContext context, Func<PayloadWriter, CancellationToken, ValueTask> fill, CancellationToken cancellationToken)
    {
        using PayloadWriter writer = PayloadWriter.To(blob, key, context);
        await fill(writer, cancellationToken).ConfigureAwait(false);
        return await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }
}
