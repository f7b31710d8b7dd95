using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How an evaluation is stored: the whole of it in one document, without a word that a person wrote.</summary>
internal static partial class EvaluationFormat
{
    private const string Format = "qualitykit.evaluation/1";

    /// <summary>The body.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="before">The body that it takes the place of; empty for none.</param>
    public static byte[] Write(Evaluation evaluation, ReadOnlyMemory<byte> before = default) => StoredObject.Document(
        Format,
        json =>
        {
            json.Text("id", evaluation.Id.Value);
            WriteOrigin(json, evaluation);
            json.Instant("created", evaluation.CreatedAt);
            json.Object("assignment", evaluation.Assignment, WriteAssignment);
            json.Instant("started", evaluation.StartedAt);
            json.Array("versions", evaluation.Versions, WriteVersion);
            json.Array("disputes", evaluation.Disputes, WriteDispute);
            json.Array("comments", evaluation.Comments, WriteComment);
            json.Keyed("suggestions", evaluation.Suggestions, ("question", suggestion => suggestion.Question), WriteSuggestion);
            json.Object("recorded", evaluation.Recorded, WriteRecorded);
            json.Object("tombstone", evaluation.Tombstone, WriteTombstone);
        },
        before);

    /// <summary>The evaluation of a document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static Evaluation Read(TenantId tenant, Document document) => StoredReader.Document(document, Format, json =>
    {
        Evaluation begun = ReadOrigin(json, json.Object("assignment", ReadAssignment));
        return begun with
        {
            Id = new(json.Text("id")),
            Tenant = tenant,
            CreatedAt = json.Instant("created"),
            StartedAt = json.InstantOrNull("started"),
            Versions = json.Array("versions", ReadVersion),
            Disputes = json.Array("disputes", ReadDispute),
            Comments = json.Array("comments", ReadComment),
            Suggestions = json.Array("suggestions", ReadSuggestion),
            Recorded = json.ObjectOrNull("recorded", ReadRecorded),
            Tombstone = json.ObjectOrNull("tombstone", ReadTombstone),
        };
    });

    private static void WriteAssignment(StoredObject json, Assignment assignment)
    {
        json.Text("evaluator", assignment.Evaluator?.Value);
        json.Text("by", assignment.By.Value);
        json.Instant("at", assignment.At);
        json.Instant("remind", assignment.Deadlines.RemindAt);
        json.Instant("due", assignment.Deadlines.DueAt);
        json.Instant("escalate", assignment.Deadlines.EscalateAt);
        json.Instant("expires", assignment.Deadlines.ExpiresAt);
        json.Texts("announced", [.. assignment.Announced.Select(kind => kind.ToString())]);
    }

    private static Assignment ReadAssignment(StoredReader json) => new()
    {
        Evaluator = PersonOrNull(json, "evaluator"),
        By = new(json.Text("by")),
        At = json.Instant("at"),
        Deadlines = new()
        {
            RemindAt = json.InstantOrNull("remind"),
            DueAt = json.InstantOrNull("due"),
            EscalateAt = json.InstantOrNull("escalate"),
            ExpiresAt = json.InstantOrNull("expires"),
        },
        Announced = [.. json.Texts("announced").Select(Enum.Parse<AnnouncementKind>)],
    };

    private static void WriteTombstone(StoredObject json, Tombstone tombstone)
    {
        json.Text("by", tombstone.By.Value);
        json.Instant("at", tombstone.At);
        json.Text("reason", tombstone.Reason);
    }

    private static Tombstone ReadTombstone(StoredReader json) => new() { By = new(json.Text("by")), At = json.Instant("at"), Reason = json.Text("reason") };

    private static PersonId? PersonOrNull(StoredReader json, string name) => json.TextOrNull(name) is { } person ? new PersonId(person) : null;
}
