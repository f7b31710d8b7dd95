using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Grows with each job of a tenant that is planned, so that two that are planned at once see each other.</summary>
internal sealed record JobRegister(long Planned, Document? Document)
{
    private const string Format = "qualitykit.job-register/1";

    private static DocumentKey Key { get; } = new(Collections.Jobs, "register");

    /// <summary>The register of a tenant.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static async ValueTask<JobRegister> LoadAsync(IDocumentStore store, TenantId tenant, CancellationToken cancellationToken)
    {
        Document? document = await store.ReadAsync(tenant, Key, cancellationToken).ConfigureAwait(false);
        return new(document is null ? 0 : StoredReader.Document(document, Format, json => (long)json.Number("planned")), document);
    }

    /// <summary>The batch that also counts one more.</summary>
    public DocumentBatch CountIn(DocumentBatch batch)
    {
        byte[] body = StoredObject.Document(Format, json => json.Number("planned", Planned + 1), Document?.Body ?? default);
        return Document is null ? batch.Create(Key, body) : batch.Replace(Key, Document.Version, body);
    }
}
