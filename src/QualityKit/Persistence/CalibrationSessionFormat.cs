using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How a calibration session is stored.</summary>
internal static class CalibrationSessionFormat
{
    private const string Format = "qualitykit.calibration-session/1";

    /// <summary>Where a session is kept.</summary>
    public static DocumentKey KeyOf(CalibrationSessionId session) => new(Collections.CalibrationSessions, session.Value);

    /// <summary>The batch that also stores a session in the place of what was read.</summary>
    public static DocumentBatch StoreIn(DocumentBatch batch, CalibrationSession session, Document? before = null)
    {
        byte[] body = Write(session, before?.Body ?? default);
        return before is null ? batch.Create(KeyOf(session.Id), body, CalibrationIndexes.Of(session)) : batch.Replace(before.Key, before.Version, body, CalibrationIndexes.Of(session));
    }

    /// <summary>The session of a document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static CalibrationSession Read(Document document) => StoredReader.Document(document, Format, json => new CalibrationSession
    {
        Id = new(json.Text("id")),
        Name = json.Text("name"),
        Form = new(json.Text("form")),
        Directory = json.TextOrNull("directory"),
        Lead = new(json.Text("lead")),
        Expert = json.TextOrNull("expert") is { } expert ? new PersonId(expert) : null,
        Consensus = json.Choice<CalibrationConsensus>("consensus"),
        Evaluators = [.. json.Texts("evaluators").Select(person => new PersonId(person))],
        Roles = json.Texts("roles"),
        Items = json.Array("items", ReadItem),
        Deadlines = new()
        {
            RemindAt = json.InstantOrNull("remind"),
            DueAt = json.InstantOrNull("due"),
            EscalateAt = json.InstantOrNull("escalate"),
            ExpiresAt = json.InstantOrNull("expires"),
        },
        PlannedAt = json.Instant("planned"),
        OpenedAt = json.InstantOrNull("opened"),
        ClosingAt = json.InstantOrNull("closing"),
        ClosedAt = json.InstantOrNull("closed"),
        CancelledAt = json.InstantOrNull("cancelled"),
        Missing = json.Array("missing", member => new MissingEvaluator { Evaluator = new(member.Text("evaluator")), Count = (int)member.Number("count") }),
    });

    private static byte[] Write(CalibrationSession session, ReadOnlyMemory<byte> before) => StoredObject.Document(
        Format,
        json =>
        {
            json.Text("id", session.Id.Value);
            json.Text("name", session.Name);
            json.Text("form", session.Form.Value);
            json.Text("directory", session.Directory);
            json.Text("lead", session.Lead.Value);
            json.Text("expert", session.Expert?.Value);
            json.Choice("consensus", session.Consensus);
            json.Texts("evaluators", [.. session.Evaluators.Select(person => person.Value)]);
            json.Texts("roles", session.Roles);
            json.Keyed("items", session.Items, ("interaction", item => item.Interaction.Value), WriteItem);
            json.Instant("remind", session.Deadlines.RemindAt);
            json.Instant("due", session.Deadlines.DueAt);
            json.Instant("escalate", session.Deadlines.EscalateAt);
            json.Instant("expires", session.Deadlines.ExpiresAt);
            json.Instant("planned", session.PlannedAt);
            json.Instant("opened", session.OpenedAt);
            json.Instant("closing", session.ClosingAt);
            json.Instant("closed", session.ClosedAt);
            json.Instant("cancelled", session.CancelledAt);
            json.Keyed("missing", session.Missing, ("evaluator", one => one.Evaluator.Value), (member, one) =>
            {
                member.Text("evaluator", one.Evaluator.Value);
                member.Number("count", one.Count);
            });
        },
        before);

    private static void WriteItem(StoredObject json, CalibrationItem item)
    {
        json.Text("interaction", item.Interaction.Value);
        json.Object("subject", item.Subject, EvaluationFormat.WriteSubject);
        json.Object("part", item.Part, EvaluationFormat.WritePart);
        json.Text("benchmark", item.Benchmark?.Value);
        json.Number("benchmarkVersion", item.BenchmarkVersion == 0 ? null : item.BenchmarkVersion);
    }

    private static CalibrationItem ReadItem(StoredReader json) => new()
    {
        Interaction = new(json.Text("interaction")),
        Subject = json.Object("subject", EvaluationFormat.ReadSubject),
        Part = json.Object("part", EvaluationFormat.ReadPart),
        Benchmark = json.TextOrNull("benchmark") is { } benchmark ? new EvaluationId(benchmark) : null,
        BenchmarkVersion = (int)(json.NumberOrNull("benchmarkVersion") ?? 0),
    };
}
