using System.Collections.Immutable;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>What all who took part agreed on for one interaction of a closed session. The reasons are kept apart, as texts of the round.</summary>
internal sealed record ResolutionDocument
{
    private const string Format = "qualitykit.calibration-resolution/1";

    /// <summary>The session.</summary>
    public required CalibrationSessionId Session { get; init; }

    /// <summary>The interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>The answers, one a question.</summary>
    public ImmutableArray<ResolvedAnswer> Answers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was read; null where nothing is stored.</summary>
    public Document? Document { get; init; }

    private DocumentKey Key => new(Collections.CalibrationResolutions, DerivedIds.Round(Session, Interaction).Value);

    /// <summary>What was agreed on for an interaction.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static async ValueTask<ResolutionDocument> LoadAsync(
        IDocumentStore store, TenantId tenant, CalibrationSessionId session, InteractionId interaction, CancellationToken cancellationToken)
    {
        var empty = new ResolutionDocument { Session = session, Interaction = interaction };
        return await store.ReadAsync(tenant, empty.Key, cancellationToken).ConfigureAwait(false) is { } document
            ? empty with { Answers = StoredReader.Document(document, Format, json => json.Array("answers", member => Read(member, interaction))), Document = document }
            : empty;
    }

    /// <summary>The batch that also stores an answer in the place of the one that was agreed on before.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch, ResolvedAnswer answer)
    {
        ImmutableArray<ResolvedAnswer> answers = [.. Answers.Where(one => one.Question != answer.Question), answer];
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Text("session", Session.Value);
                json.Text("interaction", Interaction.Value);
                json.Keyed("answers", answers, ("question", one => one.Question), Write);
            },
            Document?.Body ?? default);
        return Document is null ? batch.Create(Key, body) : batch.Replace(Document.Key, Document.Version, body);
    }

    private static void Write(StoredObject json, ResolvedAnswer answer)
    {
        json.Text("question", answer.Question);
        json.Json("answer", StoredParts.Answer(answer.Question, answer.Answer));
        json.Object("reason", answer.Reason, StoredParts.WriteContent);
        json.Text("by", answer.By.Value);
        json.Instant("at", answer.At);
    }

    private static ResolvedAnswer Read(StoredReader json, InteractionId interaction) => new()
    {
        Interaction = interaction,
        Question = json.Text("question"),
        Answer = StoredParts.Answer(json, "answer")!,
        Reason = json.Object("reason", StoredParts.ReadContent),
        By = new(json.Text("by")),
        At = json.Instant("at"),
    };
}
