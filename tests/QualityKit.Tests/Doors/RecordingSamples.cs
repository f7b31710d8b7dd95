using System.Security.Cryptography;
using QualityKit.Access;
using QualityKit.Audio;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.InMemory;
using QualityKit.Tests.Keys;
using QualityKit.Tests.Vault;
using QualityKit.Vault;

namespace QualityKit.Tests.Doors;

/// <summary>One right value of every kind that the methods of recordings and keys take.</summary>
internal static class RecordingSamples
{
    public static IEnumerable<object> All()
    {
        DataKey key = SamplePayload.NewKey();
        var ring = KeyEncryptionKey.UnsafeFromBytes(SamplePayload.Key, new("acme"), "v1");
        var seal = new PayloadSeal { Suite = PayloadSuite.Cobblestone256, PlaintextLength = 1, Salt = SamplePayload.Salt, Commitment = new byte[32] };
        EnvelopeWrap wrap = ring.Wrap(key);
        var source = CiphertextSource.Of(new byte[72]);
        RingRun run = RingRun.Rotated();
        IStagedBlob staged = new InMemoryBlobStore().StageAsync(new("acme"), new("a"), CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return
        [
            key, ring, seal, wrap, new[] { wrap }, Envelope.Make(seal, SamplePayload.Context, key, [wrap]), SamplePayload.Context, source,
            new Func<long, long, CancellationToken, ValueTask<Stream>>((_, _, _) => ValueTask.FromResult(Stream.Null)),
            new InMemoryBlobStore(), staged, new BlobName("a"), new BlobInfo { Name = new("a"), Length = 1, Crc32C = 0 }, PayloadWriter.To(Stream.Null, SamplePayload.NewKey(), SamplePayload.Context),
            ExportRecipient.Passphrase("twelve chars"), new[] { ExportRecipient.Passphrase("twelve chars") }, ExportSecret.Passphrase("twelve chars"), RSA.Create(),
            run.Ring, Array.Empty<RingKey>(), run.First(1), run.Policy, run.Proof(1), new TenantShred { ReasonDigest = "a", RequestedBy = new("ann"), RequestedAt = run.Now, Approvals = [] }, .. Vault(),
        ];
    }

    private static IEnumerable<object> Vault()
    {
        var store = new InMemoryDocumentStore(CoreSchema.Schema);
        var people = new InMemoryPeopleDirectory();
        var policies = new SharedAccessPolicy(AccessPolicy.Standard);
        var audit = new AuditKeyRing(new AuditKey("key", new byte[32]));
        var terms = new SharedKeepingTerms(new());
        var roots = new KeyRoots("root", new InMemoryKeyWrapper());
        var options = new KeyOptions { Secret = new(new byte[32]) };
        var keys = new TenantKeys(store, roots, options, audit, TimeProvider.System);
        var storage = new RecordingStorage { Documents = store, Blobs = new InMemoryBlobStore(), Keys = keys };
        var metadata = new RecordingMetadata { Id = new("rec-1"), Interaction = new("call-1"), Media = MediaKind.Audio };
        return
        [
            roots, options, new InMemoryKeyWrapper(), new MeasureSettings(), keys, new RecordingService(storage, people, policies, terms, audit, TimeProvider.System), storage, metadata,
            new RecordingQuery(), new RecordingRedaction { Ranges = [] }, new SpeechRedaction { Transcript = new("t-1"), Redactors = [] },
            new ExternalPlace { Place = "archive", Key = "1" }, new Func<Stream, object>(stream => stream), new RootUses(store, store, options),
        ];
    }
}
