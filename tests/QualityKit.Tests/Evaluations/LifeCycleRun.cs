using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Tests.Evaluations;

/// <summary>A case of the life cycle run through the library; it says what <c>ReferenceLifeCycle.Run</c> says.</summary>
internal sealed class LifeCycleRun
{
    private readonly JsonElement _given;
    private readonly EvaluationForm _form;
    private Evaluation _evaluation;

    private LifeCycleRun(JsonElement given)
    {
        _given = given;
        _form = FormOf(given.GetProperty("form"));
        _evaluation = Begin();
    }

    public static JsonArray Of(JsonElement given)
    {
        var run = new LifeCycleRun(given);
        return new JsonArray([.. given.GetProperty("steps").EnumerateArray().Select((step, number) => (JsonNode)run.Try(step, number))]);
    }

    /// <summary>The evaluation at the beginning of a case and after each of its steps.</summary>
    public static IEnumerable<(Evaluation Evaluation, EvaluationForm Form)> Evaluations(JsonElement given)
    {
        var run = new LifeCycleRun(given);
        yield return (run._evaluation, run._form);
        foreach ((int number, JsonElement step) in given.GetProperty("steps").EnumerateArray().Index())
        {
            run.Try(step, number);
            yield return (run._evaluation, run._form);
        }
    }

    /// <summary>The commands of which <c>Allowed</c> and <c>Apply</c> say different things, anywhere in a life.</summary>
    public static IEnumerable<string> Disagreements(JsonElement given)
    {
        var run = new LifeCycleRun(given);
        foreach ((int number, JsonElement step) in given.GetProperty("steps").EnumerateArray().Index())
        {
            foreach (string problem in run.Disagreements(step, number))
            {
                yield return problem;
            }

            run.Try(step, number);
        }
    }

    /// <summary>Everything that others were told in a life.</summary>
    public static IEnumerable<EvaluationFact> Told(JsonElement given)
    {
        var run = new LifeCycleRun(given);
        foreach ((int number, JsonElement step) in given.GetProperty("steps").EnumerateArray().Index())
        {
            foreach (EvaluationFact told in run.Outcome(step, number, run.AccessOf(step), Lives.At(step.GetProperty("at").GetDecimal())).Change?.Events ?? [])
            {
                yield return told;
            }

            run.Try(step, number);
        }
    }

    private IEnumerable<string> Disagreements(JsonElement step, int number)
    {
        ActorAccess access = AccessOf(step);
        DateTimeOffset now = Lives.At(step.GetProperty("at").GetDecimal());
        var allowed = EvaluationWorkflow.Allowed(_evaluation, _form, access, now);
        return Enum.GetValues<EvaluationAction>()
            .Where(action => allowed.Contains(action) != Succeeds(Lives.NameOf(action), number, access, now))
            .Select(action => $"step {number}: {action} at {_evaluation.StatusAt(now)}, allowed {allowed.Contains(action)}");
    }

    // What the command brings is right, so that nothing but rights and state decides.
    private bool Succeeds(string command, int number, ActorAccess access, DateTimeOffset now)
    {
        JsonElement step = JsonSerializer.SerializeToElement(new { @do = command, answers = "yes", when = "now", evaluator = _evaluation.Kind == EvaluationKind.Self ? "anna" : "somebody" });
        return Outcome(step, number, access, now).Outcome == "done";
    }

    private JsonObject Try(JsonElement step, int number)
    {
        ActorAccess access = AccessOf(step);
        DateTimeOffset now = Lives.At(step.GetProperty("at").GetDecimal());
        (string outcome, EvaluationChange? change) = Outcome(step, number, access, now);
        _evaluation = change?.Evaluation ?? _evaluation;
        access = AccessOf(step);
        EvaluationStatus status = _evaluation.StatusAt(now);
        return new()
        {
            ["outcome"] = outcome,
            ["status"] = status.ToString(),
            ["versions"] = _evaluation.Versions.Length,
            ["total"] = _evaluation.Current?.Score?.Total is { } total ? JsonValue.Create((int)(total.Value * 100).ToDecimal()) : null,
            ["seen"] = _evaluation.SeenBySubject(now)?.Number ?? 0,
            ["disputes"] = _evaluation.Disputes.Length,
            ["reviewer"] = _evaluation.OpenDispute?.Reviewer?.Value,
            ["awaited"] = _evaluation.AwaitsAcknowledgement(_form, now),
            ["announced"] = new JsonArray([.. Announced(step, change).Select(one => (JsonNode)one)]),
            ["allowed"] = new JsonArray([.. EvaluationWorkflow.Allowed(_evaluation, _form, access, now).Select(Lives.NameOf).Order(StringComparer.Ordinal).Select(one => (JsonNode)one)]),
        };
    }

    private (string Outcome, EvaluationChange? Change) Outcome(JsonElement step, int number, ActorAccess access, DateTimeOffset now)
    {
        try
        {
            Validated<EvaluationChange> result = EvaluationWorkflow.Apply(_evaluation, Command(step, number), _form, access, now);
            return result.TryGetValue(out EvaluationChange? change) ? ("done", change) : ("issues", null);
        }
        catch (AccessDeniedException)
        {
            return ("forbidden", null);
        }
        catch (TransitionNotAllowedException)
        {
            return ("refused", null);
        }
    }

    private static IEnumerable<string> Announced(JsonElement step, EvaluationChange? change) =>
        change is null || step.GetProperty("do").GetString() != "announce" ? [] : change.Events.Select(one => one.Code switch
        {
            FactCodes.Reminder => "Reminder",
            FactCodes.Overdue => "Overdue",
            FactCodes.Escalated => "Escalation",
            FactCodes.Expired => "Expired",
            FactCodes.Released => "Released",
            _ => one.Code,
        });

    private ActorAccess AccessOf(JsonElement step)
    {
        Permission[] rights = step.TryGetProperty("may", out JsonElement may)
            ? [.. may.EnumerateArray().Select(one => WorkflowTable.PermissionFor(Lives.ActionOf(one.GetString()!)))]
            : Enum.GetValues<Permission>();
        bool isMachine = step.TryGetProperty("machine", out JsonElement machine) && machine.GetBoolean();
        Unit? today = _given.GetProperty("left").GetBoolean() ? new() { Employment = Employment.Left } : new();
        return Lives.Access(_evaluation, step.GetProperty("by").GetString()!, isMachine, today, rights);
    }

    private Evaluation Begin() => Lives.Begin(
        _form,
        new()
        {
            Id = new("create"),
            Kind = Enum.Parse<EvaluationKind>(_given.GetProperty("kind").GetString()!, ignoreCase: true),
            Subject = Text(_given, "subject") is { } subject ? Subject.Of(new PersonId(subject)) : new Subject.Automaton { Name = "bot", Version = "1" },
            Interaction = new("call"),
            Reviewed = _given.GetProperty("kind").GetString() == "review" ? new EvaluationId("other") : null,
            Session = _given.GetProperty("kind").GetString() == "calibration" ? new CalibrationSessionId("session") : null,
            Evaluator = PersonOf(_given, "evaluator"),
            Deadlines = DeadlinesOf(_given),
        },
        Lives.At(-1));

    private EvaluationCommand Command(JsonElement step, int number)
    {
        CommandId id = new($"command {number}");
        string text = Text(step, "text") ?? "because";
        return step.GetProperty("do").GetString()! switch
        {
            "assign" => new AssignEvaluation { Id = id, To = PersonOf(step, "evaluator"), Deadlines = DeadlinesOf(step) },
            "start" => new StartEvaluation { Id = id },
            "saveDraft" => new SaveDraft { Id = id, Answers = AnswersOf(step) },
            "suggest" => new SuggestAnswers { Id = id, Suggestions = [], Salt = Lives.Salt },
            "submit" => new SubmitEvaluation { Id = id, Answers = AnswersOf(step), Salt = Lives.Salt },
            "confirm" => new ConfirmEvaluation { Id = id },
            "release" => new ReleaseEvaluation { Id = id, When = WhenOf(step.GetProperty("when")) },
            "comment" => new CommentOnEvaluation { Id = id, Text = text, Salt = Lives.Salt },
            "commentPrivately" => new CommentOnEvaluation { Id = id, Text = text, Audience = CommentAudience.Evaluators, Salt = Lives.Salt },
            "acknowledge" => new AcknowledgeEvaluation { Id = id, Comment = text, Salt = Lives.Salt },
            "closeAcknowledgement" => new CloseAcknowledgement { Id = id, Reason = text, Salt = Lives.Salt },
            "dispute" => new DisputeEvaluation { Id = id, Reason = text, Salt = Lives.Salt },
            "acceptDispute" => new AcceptDispute { Id = id, Answers = AnswersOf(step), Reason = text, Salt = Lives.Salt },
            "declineDispute" => new DeclineDispute { Id = id, Reason = text, Salt = Lives.Salt },
            "rescore" => new RescoreEvaluation { Id = id, Answers = AnswersOf(step), Reason = text, Salt = Lives.Salt },
            "delete" => new DeleteEvaluation { Id = id, Reason = "asked" },
            _ => new AnnounceEvaluation { Id = id },
        };
    }

    private static EvaluationForm FormOf(JsonElement given) => Lives.Form(new()
    {
        RequiresAcknowledgement = given.TryGetProperty("acknowledgement", out JsonElement asks) && asks.GetBoolean(),
        AllowsRevisions = !given.TryGetProperty("revisions", out JsonElement revisions) || revisions.GetBoolean(),
        Disputes = given.TryGetProperty("disputes", out JsonElement disputes) ? DisputesOf(disputes) : null,
    });

    private static DisputeSettings DisputesOf(JsonElement given) => new()
    {
        Maximum = given.TryGetProperty("maximum", out JsonElement maximum) ? maximum.GetInt32() : 1,
        WindowDays = given.TryGetProperty("windowDays", out JsonElement days) ? days.GetInt32() : 30,
        AllowsAfterAcknowledgement = given.TryGetProperty("afterAcknowledgement", out JsonElement after) && after.GetBoolean(),
        Assignees = given.TryGetProperty("assignees", out JsonElement assignees) ? [.. assignees.EnumerateArray().Select(AssigneeOf)] : [],
    };

    private static DisputeAssignee AssigneeOf(JsonElement given) =>
        given.ValueKind == JsonValueKind.Object ? DisputeAssignee.User(given.GetProperty("user").GetString()!)
        : given.GetString() == "original" ? DisputeAssignee.Original
        : DisputeAssignee.None;

    private static EvaluationAnswers AnswersOf(JsonElement step) => new()
    {
        Sheet = Text(step, "answers") is { } answer ? AnswerSheet.Empty.Answer("greeting", answer) : AnswerSheet.Empty,
        AsksAcknowledgement = step.TryGetProperty("asks", out JsonElement asks) && asks.GetBoolean(),
    };

    private static ReleaseTime WhenOf(JsonElement when) => when.ValueKind switch
    {
        JsonValueKind.Number => ReleaseTime.At(Lives.At(when.GetDecimal())),
        _ => when.GetString() == "now" ? ReleaseTime.Now : ReleaseTime.Never,
    };

    private static Deadlines DeadlinesOf(JsonElement given) => new()
    {
        RemindAt = Instant(given, "remind"),
        DueAt = Instant(given, "due"),
        EscalateAt = Instant(given, "escalate"),
        ExpiresAt = Instant(given, "expires"),
    };

    private static DateTimeOffset? Instant(JsonElement given, string name) =>
        given.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? Lives.At(value.GetDecimal()) : null;

    private static PersonId? PersonOf(JsonElement given, string name) => Text(given, name) is { } person ? new PersonId(person) : null;

    private static string? Text(JsonElement given, string name) =>
        given.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
