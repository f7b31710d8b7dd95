using System.Globalization;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>An event that a handler gave up on. The event itself stays in the journal.</summary>
internal sealed record DeadLetterDocument
{
    private const string Format = "qualitykit.dead-letter/1";

    /// <summary>The journal document.</summary>
    public required string Journal { get; init; }

    /// <summary>The line of the event.</summary>
    public required int Line { get; init; }

    /// <summary>The name of the handler.</summary>
    public required string Handler { get; init; }

    /// <summary>How often it failed, all rounds together.</summary>
    public required int Failures { get; init; }

    /// <summary>When it failed last.</summary>
    public required DateTimeOffset FailedAt { get; init; }

    /// <summary>The type of what was thrown last. Not its message, which may say anything.</summary>
    public required string Problem { get; init; }

    /// <summary>When it is tried again, after it was sent again; null while it waits for a person.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>How many attempts are left after it was sent again.</summary>
    public int AttemptsLeft { get; init; }

    /// <summary>What was read; null for one that is new.</summary>
    public Document? Document { get; init; }

    /// <summary>Where it is kept.</summary>
    public DocumentKey Key => new(OutboxIndexes.DeadLetters, string.Create(CultureInfo.InvariantCulture, $"{Journal}/{Line}/{Handler}"));

    /// <summary>A stored document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static DeadLetterDocument Read(Document document) => StoredReader.Document(document, Format, json => new DeadLetterDocument
    {
        Journal = json.Text("journal"),
        Line = (int)json.Number("line"),
        Handler = json.Text("handler"),
        Failures = (int)json.Number("failures"),
        FailedAt = json.Instant("failedAt"),
        Problem = json.Text("problem"),
        RetryAt = json.InstantOrNull("retryAt"),
        AttemptsLeft = (int)(json.NumberOrNull("attemptsLeft") ?? 0),
        Document = document,
    });

    /// <summary>The batch that also stores this in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Text("journal", Journal);
                json.Number("line", Line);
                json.Text("handler", Handler);
                json.Number("failures", Failures);
                json.Instant("failedAt", FailedAt);
                json.Text("problem", Problem);
                json.Instant("retryAt", RetryAt);
                json.Number("attemptsLeft", AttemptsLeft);
            },
            Document?.Body ?? default);
        IndexEntry listed = RetryAt is { } due
            ? new(OutboxIndexes.Due, IndexValue.Of(JournalIndexes.OutboxWork), IndexValue.Of(due))
            : new(OutboxIndexes.Due, IndexValue.Of(OutboxIndexes.DeadWork), IndexValue.Of(OutboxIndexes.Never));
        return Document is null ? batch.Create(Key, body, listed) : batch.Replace(Document.Key, Document.Version, body, listed);
    }
}
