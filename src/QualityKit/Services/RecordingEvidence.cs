using System.Collections.Immutable;
using System.Security.Cryptography;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What the audit says was stored, by its last authenticated entry. Whoever writes the database can change what a document says of a recording, and not this.</summary>
internal sealed class RecordingEvidence(IDocumentStore store, IAuditKeys keys)
{
    public const string Interaction = "interaction";
    public const string Media = "media";
    public const string Tree = "tree";

    private static readonly string[] Makes = [RecordingFactCodes.Stored, RecordingFactCodes.Registered, RecordingFactCodes.Moved, RecordingFactCodes.Reencrypted];

    private readonly Journal _journal = new(store, keys);

    /// <summary>The facts of the last entry that says what the recording is; null where there is no such entry.</summary>
    public async ValueTask<ImmutableArray<AuditFact>?> FindAsync(TenantId tenant, RecordingId recording, CancellationToken cancellationToken)
    {
        var entity = new AuditEntity(tenant.Value, RecordingTools.Kind, recording.Value);
        ImmutableArray<AuditFact>? last = null;
        await foreach (JournalEntry entry in _journal.OfAsync(entity, cancellationToken).ConfigureAwait(false))
        {
            foreach (AuditRecord record in entry.RecordsOf(entity))
            {
                if (record.Read() is { } said && said.Draft.Entity == entity && Makes.Contains(said.Draft.Action) && IsAuthentic(tenant, record, said.KeyId))
                {
                    last = said.Draft.Facts;
                }
            }
        }

        return last;
    }

    /// <summary>Whether a stored recording is of the interaction and medium that the audit says.</summary>
    public async ValueTask<bool> AgreesAsync(TenantId tenant, StoredRecording recording, CancellationToken cancellationToken) =>
        await FindAsync(tenant, recording.Id, cancellationToken).ConfigureAwait(false) is { } facts && Agree(facts, recording);

    /// <summary>Whether facts of the audit are of the interaction and medium of a stored recording.</summary>
    public static bool Agree(ImmutableArray<AuditFact> facts, StoredRecording recording) =>
        Value(facts, Interaction) == recording.Metadata.Interaction.Value && Value(facts, Media) == recording.Metadata.Media.ToString();

    /// <summary>The value of a fact; null for none.</summary>
    public static string? Value(ImmutableArray<AuditFact> facts, string name) => facts.FirstOrDefault(fact => fact.Name == name)?.Value;

    private bool IsAuthentic(TenantId tenant, AuditRecord record, string keyId) =>
        keys.AllFor(tenant).Any(key => key.Id == keyId && CryptographicOperations.FixedTimeEquals(key.Mac(record.Bytes.Span), record.Mac.Span));
}
