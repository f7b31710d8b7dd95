using QualityKit.Evaluations;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How a calibration session is stored.</summary>
internal static class CalibrationSessionFormat
{
    private const string Format = "qualitykit.calibration-session/1";

    /// <summary>Where a session is kept.</summary>
    public static DocumentKey KeyOf(CalibrationSessionId session) => new(Collections.CalibrationSessions, session.Value);

    /// <summary>The body.</summary>
    public static byte[] Write(CalibrationSession session, ReadOnlyMemory<byte> before = default) => StoredObject.Document(
        Format,
        json =>
        {
            json.Text("id", session.Id.Value);
            json.Text("lead", session.Lead.Value);
            json.Text("expert", session.Expert?.Value);
            json.Texts("evaluators", [.. session.Evaluators.Select(person => person.Value)]);
            json.Texts("submitted", [.. session.Submitted.Select(person => person.Value)]);
            json.Instant("reveal", session.RevealAt);
            json.Instant("cancelled", session.CancelledAt);
        },
        before);

    /// <summary>The session of a document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static CalibrationSession Read(Document document) => StoredReader.Document(document, Format, json => new CalibrationSession
    {
        Id = new(json.Text("id")),
        Lead = new(json.Text("lead")),
        Expert = json.TextOrNull("expert") is { } expert ? new People.PersonId(expert) : null,
        Evaluators = [.. json.Texts("evaluators").Select(person => new People.PersonId(person))],
        Submitted = [.. json.Texts("submitted").Select(person => new People.PersonId(person))],
        RevealAt = json.InstantOrNull("reveal"),
        CancelledAt = json.InstantOrNull("cancelled"),
    });
}
