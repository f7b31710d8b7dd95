using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How far each handler is with the events of one entity. There is no document while all are equally far: the journal lists what is left.</summary>
internal sealed record OutboxProgress
{
    private const string Format = "qualitykit.outbox-progress/1";

    /// <summary>The entity.</summary>
    public required AuditEntity Entity { get; init; }

    /// <summary>The handlers.</summary>
    public ImmutableArray<HandlerProgress> Handlers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was read; null where nothing is stored.</summary>
    public Document? Document { get; init; }

    /// <summary>Where the progress of an entity is kept.</summary>
    public static DocumentKey KeyOf(AuditEntity entity) => new(OutboxIndexes.Progress, $"{entity.Kind}/{entity.Id}");

    /// <summary>How far a handler is; one that was not here before begins with what is left.</summary>
    public HandlerProgress Of(string handler) => Handlers.FirstOrDefault(one => one.Handler == handler) ?? new HandlerProgress { Handler = handler };

    /// <summary>A stored document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static OutboxProgress Read(AuditEntity entity, Document document) => StoredReader.Document(document, Format, json => new OutboxProgress
    {
        Entity = entity,
        Document = document,
        Handlers = json.Array("handlers", one => new HandlerProgress
        {
            Handler = one.Text("handler"),
            Place = (long)one.Number("place"),
            Line = (int)one.Number("line"),
            Failures = (int)one.Number("failures"),
            RetryAt = one.InstantOrNull("retryAt"),
        }),
    });

    /// <summary>The batch that also stores this.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        // Unknown members of an array are kept by position, and handlers come and go: nothing is carried over.
        byte[] body = StoredObject.Document(Format, json => json.Array("handlers", Handlers, (one, handler) =>
        {
            one.Text("handler", handler.Handler);
            one.Number("place", handler.Place);
            one.Number("line", handler.Line);
            one.Number("failures", handler.Failures);
            one.Instant("retryAt", handler.RetryAt);
        }));
        return Document is null ? batch.Create(KeyOf(Entity), body) : batch.Replace(Document.Key, Document.Version, body);
    }
}
