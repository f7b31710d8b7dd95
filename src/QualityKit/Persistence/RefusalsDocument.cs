using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How often somebody was refused a recording within the hour that began with the first refusal.</summary>
internal sealed record RefusalsDocument
{
    private const string Format = "qualitykit.playback-refusals/1";

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Who.</summary>
    public required PersonId Person { get; init; }

    /// <summary>When the hour began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How often.</summary>
    public required int Count { get; init; }

    /// <summary>What was read; null where there is none.</summary>
    public Document? Document { get; init; }

    /// <summary>The refusals of somebody at an instant; those of an hour that is over count no more.</summary>
    public static async ValueTask<RefusalsDocument> LoadAsync(IDocumentStore store, TenantId tenant, PersonId person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Document? document = await store.ReadAsync(tenant, KeyOf(person), cancellationToken).ConfigureAwait(false);
        var none = new RefusalsDocument { Person = person, Since = now, Count = 0, Document = document };
        RefusalsDocument known = document is null
            ? none
            : StoredReader.Document(document, Format, json => none with { Since = json.Instant("since"), Count = (int)json.Number("count") });
        return now - known.Since >= Window ? none : known;
    }

    /// <summary>The batch that also stores one more.</summary>
    public DocumentBatch StoreOneMoreIn(DocumentBatch batch)
    {
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Instant("since", Since);
                json.Number("count", Count + 1);
            },
            Document?.Body ?? default);
        return Document is null ? batch.Create(KeyOf(Person), body) : batch.Replace(Document.Key, Document.Version, body);
    }

    private static DocumentKey KeyOf(PersonId person) => new(Collections.PlaybackRefusals, person.Value);
}
