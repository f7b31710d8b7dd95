using System.Security.Cryptography;
using QualityKit.Canonical;
using QualityKit.Encryption;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Persistence;

/// <summary>Which recording has something that is kept elsewhere. It is made with the recording and ends when the place has deleted it, so that nothing is two recordings', of which the end of one would be the end of the other.</summary>
internal sealed record ExternalClaim
{
    private const string Format = "qualitykit.external-claim/1";

    /// <summary>The recording.</summary>
    public required RecordingId Recording { get; init; }

    /// <summary>What was read.</summary>
    public required Document Document { get; init; }

    /// <summary>Who has something; null for nobody.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static async ValueTask<ExternalClaim?> FindAsync(IDocumentStore store, TenantId tenant, ExternalPlace external, CancellationToken cancellationToken) =>
        await store.ReadAsync(tenant, KeyOf(external), cancellationToken).ConfigureAwait(false) is { } document
            ? StoredReader.Document(document, Format, json => new ExternalClaim { Recording = new(json.Text("recording")), Document = document })
            : null;

    /// <summary>The batch that also says who has it, unless somebody else has.</summary>
    public static DocumentBatch CreateIn(DocumentBatch batch, ExternalPlace external, RecordingId recording) =>
        batch.Create(KeyOf(external), StoredObject.Document(Format, json => json.Text("recording", recording.Value)));

    /// <summary>The batch that also ends this, exactly as it was read.</summary>
    public DocumentBatch EndIn(DocumentBatch batch) => batch.Delete(Document.Key, Document.Version);

    // What it is called there is the host's text.
    private static DocumentKey KeyOf(ExternalPlace external)
    {
        var writer = new CanonicalWriter();
        writer.BeginArray();
        writer.Value(external.Place);
        writer.Value(external.Key);
        writer.EndArray();
        return new(Collections.ExternalClaims, Convert.ToHexStringLower(SHA256.HashData(writer.ToArray())));
    }
}
