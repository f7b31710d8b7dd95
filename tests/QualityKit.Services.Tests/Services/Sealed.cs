using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Services;

/// <summary>Recordings as a service stores them, without the audio: an envelope under a key of the ring, committed with the ring as it was read.</summary>
internal static class Sealed
{
    /// <summary>Stores an envelope as a node does: when the ring changed meanwhile, the data key is wrapped again.</summary>
    /// <returns>The data key, to compare with.</returns>
    public static async Task<DataKey> StoreAsync(KeyTools node, string recording, Func<Task>? beforeCommit = null, IEnumerable<EnvelopeWrap>? also = null)
    {
        DataKey data = RandomKeys.NewDataKey();
        var context = new RecordingContext(Center.Tenant, new(recording), MediaKind.Audio);
        using var payload = new MemoryStream();
        using var writer = PayloadWriter.To(payload, data, context);
        await writer.WriteAsync(RandomNumberGenerator.GetBytes(100), CancellationToken.None);
        PayloadSeal seal = await writer.CompleteAsync(CancellationToken.None);
        for (int attempt = 0; attempt < 100; attempt++)
        {
            WrappingKey wrapping = await node.Keys.ForWrappingAsync(Center.Tenant, CancellationToken.None);
            using KeyEncryptionKey key = wrapping.Key;
            var envelope = Envelope.Make(seal, context, data, [key.Wrap(data), .. also ?? []]);
            if (beforeCommit is not null && attempt == 0)
            {
                await beforeCommit();
            }

            DocumentBatch batch = EnvelopeDocument.CreateIn(DocumentBatch.For(Center.Tenant, CommandId.New()).With(wrapping.Ring), envelope);
            if ((await node.Store.CommitAsync(batch, CancellationToken.None)).IsCommitted)
            {
                return data;
            }
        }

        throw new InvalidOperationException("the envelope could not be stored");
    }

    /// <summary>The envelope of a recording.</summary>
    public static async Task<Envelope> ReadAsync(KeyTools node, string recording) =>
        EnvelopeDocument.Read((await node.Store.ReadAsync(Center.Tenant, EnvelopeDocument.KeyOf(new(recording)), CancellationToken.None))!);

    /// <summary>Opens one, and says whether it gives the data key.</summary>
    public static async Task<bool> OpensAsync(KeyTools node, string recording, DataKey data)
    {
        using DataKey opened = await node.Keys.UnwrapAsync(Center.Tenant, await ReadAsync(node, recording), allowCompromised: true, CancellationToken.None);
        return Bytes(opened).SequenceEqual(Bytes(data));
    }

    /// <summary>The keys of the ring that wrap one.</summary>
    public static async Task<RingKeyId[]> KeysOfAsync(KeyTools node, string recording) => [.. (await ReadAsync(node, recording)).Wraps.Select(TenantKeys.IdOf)];

    /// <summary>Rotates and activates.</summary>
    /// <returns>The key that is active.</returns>
    public static async Task<RingKeyId> RotatedAsync(Center center)
    {
        KeyRingSummary before = (await center.KeyRings.GetAsync(Center.Ada))!;
        KeyRingSummary pending = await center.KeyRings.RotateAsync(Center.Ada, before.Active!.Id);
        center.Time.Advance(center.KeyOptions.Policy.VisibilityDelay);
        return (await center.KeyRings.ActivateAsync(Center.Ada, pending.Keys[^1].Id)).Active!.Id;
    }

    /// <summary>Seals the audit now, so that the clock is in no doubt.</summary>
    public static async Task ClockIsRightAsync(Center center)
    {
        await center.Sealing.RunOnceAsync(CancellationToken.None);
        await center.Sealing.ConfirmClockAsync(Center.Tenant, Center.Ada.Id, CancellationToken.None);
        await center.Sealing.RunOnceAsync(CancellationToken.None);
    }

    public static byte[] Bytes(DataKey key)
    {
        byte[] bytes = new byte[DataKey.Bytes];
        key.UnsafeExportKey(bytes);
        return bytes;
    }
}
