using QualityKit.Keys;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>The one document of a tenant with its ring, authenticated from outside the store. Every commit that stores or re-wraps an envelope requires it as it was read.</summary>
internal sealed record KeyRingDocument
{
    private const string Format = "qualitykit.key-ring/1";

    /// <summary>The ring, not yet believed.</summary>
    public required KeyRing Ring { get; init; }

    /// <summary>What authenticates it.</summary>
    public required ReadOnlyMemory<byte> Mac { get; init; }

    /// <summary>What was read.</summary>
    public required Document Document { get; init; }

    /// <summary>What to require so that the ring is still this one.</summary>
    public RequireDocument Requirement => new() { Key = Key, Version = Document.Version };

    /// <summary>Where it is kept.</summary>
    public static DocumentKey Key { get; } = new(Collections.KeyRings, "ring");

    /// <summary>The ring of a tenant; null when it never had one.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static async ValueTask<KeyRingDocument?> LoadAsync(IDocumentStore store, TenantId tenant, CancellationToken cancellationToken) =>
        await store.ReadAsync(tenant, Key, cancellationToken).ConfigureAwait(false) is { } document
            ? StoredReader.Document(document, Format, json => new KeyRingDocument
            {
                Ring = KeyRing.Of(tenant, json.Text("root"), (long)json.Number("revision"), json.Array("keys", ReadKey), json.ObjectOrNull("shred", ReadShred)),
                Mac = json.Bytes("mac"),
                Document = document,
            })
            : null;

    /// <summary>The batch that also stores a ring, in the place of the one that was read or as the first.</summary>
    public static DocumentBatch StoreIn(DocumentBatch batch, KeyRingDocument? before, KeyRing ring, RingSecret secret)
    {
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Text("root", ring.Root);
                json.Number("revision", ring.Revision);
                json.Keyed("keys", ring.Keys, ("id", key => key.Id.Value), Write);
                json.Object("shred", ring.Shred, Write);
                json.Bytes("mac", secret.Mac(ring));
            },
            before?.Document.Body ?? default);
        return before is null ? batch.Create(Key, body) : batch.Replace(Key, before.Document.Version, body);
    }

    private static void Write(StoredObject json, RingKey key)
    {
        json.Text("id", key.Id.Value);
        json.Number("number", key.Number);
        json.Choice("state", key.State);
        json.Instant("created", key.CreatedAt);
        json.Instant("activateFrom", key.ActivateFrom);
        json.Instant("since", key.StateSince);
        json.Flag("compromised", key.WasCompromised);
        json.Array("wraps", key.Wraps, Write);
        json.Bytes("check", key.CheckValue.Span);
        json.Object("destruction", key.Destruction, Write);
        json.Instant("recoverableUntil", key.RecoverableUntil);
    }

    private static void Write(StoredObject json, RootWrap wrap)
    {
        json.Text("root", wrap.Root);
        json.Text("key", wrap.Key.KeyVersion.Key);
        json.Text("version", wrap.Key.KeyVersion.Version);
        json.Bytes("ciphertext", wrap.Key.Ciphertext.Span);
    }

    private static void Write(StoredObject json, KeyDestruction destruction)
    {
        json.Text("proof", destruction.ProofDigest);
        json.Instant("proofAt", destruction.ProofAt);
        json.Array("approvals", destruction.Approvals, Write);
    }

    private static void Write(StoredObject json, TenantShred shred)
    {
        json.Text("reason", shred.ReasonDigest);
        json.Text("by", shred.RequestedBy.Value);
        json.Instant("at", shred.RequestedAt);
        json.Array("approvals", shred.Approvals, Write);
        json.Instant("ended", shred.EndedAt);
        json.Flag("copies", shred.HadEnvelopeCopies);
    }

    private static void Write(StoredObject json, KeyApproval approval)
    {
        json.Text("by", approval.By.Value);
        json.Instant("at", approval.At);
    }

    private static RingKey ReadKey(StoredReader json) => new()
    {
        Id = new(json.Text("id")),
        Number = (int)json.Number("number"),
        State = json.Choice<KeyState>("state"),
        CreatedAt = json.Instant("created"),
        ActivateFrom = json.Instant("activateFrom"),
        StateSince = json.Instant("since"),
        WasCompromised = json.Flag("compromised"),
        Wraps = json.Array("wraps", ReadWrap),
        CheckValue = json.Bytes("check"),
        Destruction = json.ObjectOrNull("destruction", ReadDestruction),
        RecoverableUntil = json.InstantOrNull("recoverableUntil"),
    };

    private static RootWrap ReadWrap(StoredReader json) =>
        new() { Root = json.Text("root"), Key = new() { KeyVersion = new(json.Text("key"), json.Text("version")), Ciphertext = json.Bytes("ciphertext") } };

    private static KeyDestruction ReadDestruction(StoredReader json) => new()
    {
        ProofDigest = json.Text("proof"),
        ProofAt = json.Instant("proofAt"),
        Approvals = json.Array("approvals", ReadApproval),
    };

    private static TenantShred ReadShred(StoredReader json) => new()
    {
        ReasonDigest = json.Text("reason"),
        RequestedBy = new(json.Text("by")),
        RequestedAt = json.Instant("at"),
        Approvals = json.Array("approvals", ReadApproval),
        EndedAt = json.InstantOrNull("ended"),
        HadEnvelopeCopies = json.Flag("copies"),
    };

    private static KeyApproval ReadApproval(StoredReader json) => new() { By = new(json.Text("by")), At = json.Instant("at") };
}
