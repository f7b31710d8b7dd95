using System.Collections.Immutable;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.Methods;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How what everyone gave to an interaction is recorded when its session is closed: once, and never changed. Scores are exact.</summary>
internal static class SessionRoundFormat
{
    private const string Format = "qualitykit.calibration-round/1";

    // N/A: a score is a number.
    private const string None = "-";

    /// <summary>Where the round of an interaction is kept.</summary>
    public static DocumentKey KeyOf(CalibrationSessionId session, InteractionId interaction) => new(Collections.CalibrationRounds, DerivedIds.Round(session, interaction).Value);

    /// <summary>The body.</summary>
    public static byte[] Write(CalibrationSessionId session, SessionRound round) => StoredObject.Document(Format, json =>
    {
        json.Text("session", session.Value);
        json.Text("interaction", round.Interaction.Value);
        json.Texts("invited", [.. round.Invited.Select(person => person.Value)]);
        json.Object("expert", round.Expert, WriteSheet);
        json.Array("sheets", round.Sheets, WriteSheet);
    });

    /// <summary>The round of a document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static SessionRound Read(Document document) => StoredReader.Document(document, Format, json => new SessionRound
    {
        Interaction = new(json.Text("interaction")),
        Invited = [.. json.Texts("invited").Select(person => new PersonId(person))],
        Expert = json.ObjectOrNull("expert", ReadSheet),
        Sheets = json.Array("sheets", ReadSheet),
    });

    private static void WriteSheet(StoredObject json, RecordedSheet recorded)
    {
        json.Text("evaluator", recorded.Evaluator.Value);
        json.Text("evaluation", recorded.Evaluation.Value);
        json.Number("version", recorded.Version);
        json.Text("total", Text(recorded.Sheet.Total));
        json.Keyed("groups", [.. recorded.Sheet.Groups.OrderBy(group => group.Key, StringComparer.Ordinal)], ("key", group => group.Key), (member, group) =>
        {
            member.Text("key", group.Key);
            member.Text("score", Text(group.Value));
        });
        json.Texts("questions", [.. recorded.Sheet.Questions.Select(Text)]);
        json.Json("answers", StoredParts.Sheet(recorded.Answers));
    }

    private static RecordedSheet ReadSheet(StoredReader json)
    {
        string evaluator = json.Text("evaluator");
        return new()
        {
            Evaluator = new(evaluator),
            Evaluation = new(json.Text("evaluation")),
            Version = (int)json.Number("version"),
            Answers = StoredParts.Sheet(json, "answers"),
            Sheet = new()
            {
                Evaluator = evaluator,
                Total = Number(json.Text("total")),
                Groups = json.Array("groups", member => (Key: member.Text("key"), Score: Number(member.Text("score")))).ToImmutableDictionary(group => group.Key, group => group.Score, StringComparer.Ordinal),
                Questions = [.. json.Texts("questions").Select(Number)],
            },
        };
    }

    private static string Text(Fraction? score) => score?.ToString() ?? None;

    private static Fraction? Number(string text) =>
        text == None ? null : Fraction.TryParse(text, out Fraction number) ? number : throw new FormatException($"`{text}` is no number");
}
