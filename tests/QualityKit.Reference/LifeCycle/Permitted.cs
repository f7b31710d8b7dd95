using System.Text.Json;

namespace QualityKit.Reference.LifeCycle;

/// <summary>What the rules of docs/evaluations.md let somebody do at a time, one command after the other.</summary>
internal static class Permitted
{
    public static readonly string[] Commands =
    [
        "acceptDispute", "acknowledge", "announce", "assign", "closeAcknowledgement", "comment", "commentPrivately", "confirm", "declineDispute",
        "delete", "dispute", "release", "rescore", "saveDraft", "start", "submit", "suggest",
    ];

    private static readonly string[] Disputable = ["quality", "sideBySide", "review"];
    private static readonly string[] Releasable = ["quality", "peer", "sideBySide", "review"];

    public static bool Is(string command, Story story, Step actor, decimal now)
    {
        string status = story.Status(now);
        bool isSubject = actor.By == story.Subject;
        bool isPerson = !actor.IsMachine;
        return command switch
        {
            "assign" => status is "Pending" or "InProgress" or "Disputed" && !isSubject,
            "start" => status is "Pending" && MayScore(story, actor),
            "saveDraft" => (status is "Pending" or "InProgress" && MayScore(story, actor)) || Is("rescore", story, actor, now) || Is("acceptDispute", story, actor, now),
            "suggest" => status is "Pending" or "InProgress" && !isPerson,
            "submit" => status is "Pending" or "InProgress" && MayScore(story, actor),
            "confirm" => status is "Finished" && isPerson && !isSubject && !story.IsConfirmed,
            "release" => status is "Finished" && !isSubject && story.IsConfirmed && Releasable.Contains(story.Kind),
            "comment" => IsOpen(status) && (!isSubject || story.Seen(now) > 0),
            "commentPrivately" => IsOpen(status) && !isSubject,
            "acknowledge" => status is "Released" && isSubject,
            "closeAcknowledgement" => status is "Released" && isPerson && !isSubject && story.IsAwaited(now) && story.HasSubjectLeft,
            "dispute" => MayDispute(story, actor, now, status),
            "acceptDispute" or "declineDispute" =>
                status is "Disputed" && isPerson && story.MayHandle(actor.By) && (story.Reviewer is null || story.Reviewer == actor.By),
            "rescore" => status is "Finished" or "Released" or "Acknowledged" && isPerson && !isSubject
                && story.Kind is "quality" or "peer" or "sideBySide" or "review" && AllowsRevisions(story),
            "delete" => status is not ("Disputed" or "Deleted") && !isSubject,
            "announce" => !isPerson && story.Due(now).Count > 0,
            _ => throw new ArgumentException(command),
        };
    }

    private static bool IsOpen(string status) => status is "InProgress" or "Finished" or "Released" or "Acknowledged" or "Disputed";

    // E2, E3: the evaluator; anyone where nobody is named, but the subject only of a self evaluation, which nobody else makes.
    private static bool MayScore(Story story, Step actor) =>
        story.Evaluator is { } evaluator ? evaluator == actor.By : (actor.By == story.Subject) == (story.Kind == "self");

    // E9
    private static bool MayDispute(Story story, Step actor, decimal now, string status)
    {
        bool isSubject = actor.By == story.Subject;
        bool isTurn = status switch
        {
            "Finished" => !isSubject && !actor.IsMachine && actor.By != story.Current!.By,
            "Released" => isSubject,
            "Acknowledged" => isSubject && story.Disputes is { } after && after.TryGetProperty("afterAcknowledgement", out JsonElement allowed) && allowed.GetBoolean(),
            _ => false,
        };
        return isTurn
            && story.Disputes is { } disputes
            && Disputable.Contains(story.Kind)
            && story.Raised.Count < Whole(disputes, "maximum", 1)
            && (story.FirstRelease(now) is not { } first || now <= first + (24 * Whole(disputes, "windowDays", 30)));
    }

    private static bool AllowsRevisions(Story story) => !story.Form.TryGetProperty("revisions", out JsonElement allowed) || allowed.GetBoolean();

    private static int Whole(JsonElement element, string name, int usual) => element.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : usual;
}
