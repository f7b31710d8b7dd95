using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Persistence;

/// <content>What an evaluation is of, which never changes.</content>
internal static partial class EvaluationFormat
{
    private static void WriteOrigin(StoredObject json, Evaluation evaluation)
    {
        json.Choice("kind", evaluation.Kind);
        json.Choice("origin", evaluation.Origin.Kind);
        json.Text("originReference", evaluation.Origin.Reference);
        json.Object("subject", evaluation.Subject, WriteSubject);
        json.Text("interaction", evaluation.Interaction?.Value);
        json.Object("part", evaluation.Part, WritePart);
        json.Text("reviewed", evaluation.Reviewed?.Value);
        json.Text("session", evaluation.Session?.Value);
        json.Text("form", evaluation.Form.Value);
        json.Text("directory", evaluation.Directory);
        json.Object("unit", evaluation.Unit, WriteUnit);
    }

    private static Evaluation ReadOrigin(StoredReader json, Assignment assignment) => new(
        new() { Kind = json.Choice<EvaluationOriginKind>("origin"), Reference = json.TextOrNull("originReference") },
        json.Object("subject", ReadSubject),
        json.Object("part", ReadPart),
        assignment)
    {
        Kind = json.Choice<EvaluationKind>("kind"),
        Interaction = json.TextOrNull("interaction") is { } interaction ? new InteractionId(interaction) : null,
        Reviewed = json.TextOrNull("reviewed") is { } reviewed ? new EvaluationId(reviewed) : null,
        Session = json.TextOrNull("session") is { } session ? new CalibrationSessionId(session) : null,
        Form = new(json.Text("form")),
        Directory = json.TextOrNull("directory"),
        Unit = json.ObjectOrNull("unit", ReadUnit),
    };

    internal static void WriteSubject(StoredObject json, Subject subject)
    {
        json.Text("person", subject.Who?.Value);
        json.Text("automaton", (subject as Subject.Automaton)?.Name);
        json.Text("version", (subject as Subject.Automaton)?.Version);
    }

    internal static Subject ReadSubject(StoredReader json) => json.TextOrNull("person") is { } person
        ? Subject.Of(new PersonId(person))
        : new Subject.Automaton { Name = json.Text("automaton"), Version = json.Text("version") };

    internal static void WritePart(StoredObject json, InteractionPart part)
    {
        json.Text("kind", part switch
        {
            InteractionPart.Whole => "whole",
            InteractionPart.Segments => "segments",
            InteractionPart.Message => "message",
            InteractionPart.Session => "session",
            _ => "nothing",
        });
        json.Text("id", (part as InteractionPart.Message)?.Id ?? (part as InteractionPart.Session)?.Id);
        json.Texts("ids", part is InteractionPart.Segments segments ? [.. segments.Ids.Select(segment => segment.Value)] : []);
    }

    internal static InteractionPart ReadPart(StoredReader json) => json.Text("kind") switch
    {
        "whole" => InteractionPart.All,
        "segments" => new InteractionPart.Segments { Ids = [.. json.Texts("ids").Select(id => new SegmentId(id))] },
        "message" => new InteractionPart.Message { Id = json.Text("id") },
        "session" => new InteractionPart.Session { Id = json.Text("id") },
        "nothing" => InteractionPart.NotRecorded,
        string other => throw new FormatException($"`{other}` is no part of an interaction"),
    };

    private static void WriteUnit(StoredObject json, Unit unit)
    {
        json.Text("team", unit.Team?.Value);
        json.Text("site", unit.Site?.Value);
        json.Text("supervisor", unit.Supervisor?.Value);
        json.Choice("employment", unit.Employment);
    }

    private static Unit ReadUnit(StoredReader json) => new()
    {
        Team = json.TextOrNull("team") is { } team ? new TeamId(team) : null,
        Site = json.TextOrNull("site") is { } site ? new SiteId(site) : null,
        Supervisor = PersonOrNull(json, "supervisor"),
        Employment = json.Choice<Employment>("employment"),
    };
}
