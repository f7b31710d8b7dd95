using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Scoring;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Services;

/// <summary>What tests of calibration sessions have in common: two calls of Anna and Bo, Eva evaluates, Xenia is the expert, Paul plans and leads.</summary>
internal static class Sessions
{
    public static readonly Actor Erik = Center.Actor("erik", Roles.Evaluator);

    public static CalibrationSessionId Id => New(default).IdIn(Center.Tenant);

    public static NewCalibration New(FormVersionId form, string command = "plan", params string[] evaluators) => new()
    {
        Id = new(command),
        Name = "July, voice",
        Form = form,
        Items = [Item("call-1", "anna"), Item("call-2", "bo")],
        Evaluators = [.. (evaluators.Length == 0 ? ["eva"] : evaluators).Select(person => new PersonId(person))],
        Expert = new("xenia"),
    };

    public static CalibrationItem Item(string interaction, string agent) => new() { Interaction = new(interaction), Subject = Subject.Of(new PersonId(agent)) };

    public static EvaluationId EvaluationOf(string interaction, string evaluator, CalibrationSessionId? session = null) =>
        DerivedIds.Evaluation(Center.Tenant, DerivedIds.Calibration(session ?? Id, new(interaction), new(evaluator)));

    public static ResolveAnswer Agreed(string command, string answer, string reason, string interaction = "call-1", string question = "greeting") => new()
    {
        Id = new(command),
        Interaction = new(interaction),
        Question = question,
        Answer = new SelectedOptions { Options = [answer] },
        Reason = reason,
        Salt = Center.Salt,
    };

    public static async Task<CalibrationSessionId> PlannedAsync(Center center) => await center.Calibrations.PlanAsync(Center.Paul, New((await center.PublishAsync()).Id));

    public static async Task<CalibrationSessionId> PlannedAsync(Center center, params string[] evaluators) =>
        await center.Calibrations.PlanAsync(Center.Paul, New((await center.PublishAsync()).Id, "plan", evaluators));

    public static Task OpenedAsync(Center center) => OpenedAsync(center, "eva");

    public static async Task<CalibrationSessionId> OpenedAsync(Center center, params string[] evaluators)
    {
        CalibrationSessionId session = await PlannedAsync(center, evaluators);
        await center.Calibrations.OpenAsync(Center.Paul, session, new CommandId("open"));
        return session;
    }

    public static async Task HalfDoneAsync(Center center)
    {
        await OpenedAsync(center, "eva");
        await SubmitAsync(center, Center.Xenia, "call-1", Center.Good);
        await SubmitAsync(center, Center.Eva, "call-1", Center.Bad);
        await center.Evaluations.SaveDraftAsync(Center.Eva, EvaluationOf("call-2", "eva"), EvaluationAnswers.Of(Center.Good), new CommandId("draft"));
    }

    public static async Task<CalibrationSessionId> ClosedAsync(Center center, params string[] evaluators)
    {
        CalibrationSessionId session = await OpenedAsync(center, evaluators);
        foreach (string call in new[] { "call-1", "call-2" })
        {
            await SubmitAsync(center, Center.Xenia, call, Center.Good);
            foreach (string evaluator in evaluators)
            {
                await SubmitAsync(center, Center.Actor(evaluator, Roles.Evaluator), call, evaluator == "eva" ? Center.Bad : Center.Good);
            }
        }

        await center.Calibrations.CloseAsync(Center.Paul, session, command: new CommandId("close"));
        return session;
    }

    public static async Task ResolvedAsync(Center center)
    {
        await ClosedAsync(center, "eva");
        await center.Calibrations.ResolveAsync(Center.Paul, Id, Agreed("before", "yes", "He says hello."));
    }

    public static Task<EvaluationReceipt> SubmitAsync(Center center, Actor actor, string interaction, AnswerSheet answers, CalibrationSessionId? session = null) => center.Evaluations.ApplyAsync(
        actor,
        EvaluationOf(interaction, actor.Id.Value, session),
        new SubmitEvaluation { Id = new($"{session} {actor.Id} {interaction}"), Answers = EvaluationAnswers.Of(answers), Salt = Center.Salt });

    /// <summary>Every commit that spoke of a thing.</summary>
    public static async Task<List<JournalEntry>> JournalAsync(Center center, string kind, string id)
    {
        var entries = new List<JournalEntry>();
        await foreach (JournalEntry entry in new Journal(center.Documents, Center.Keys).OfAsync(new(Center.Tenant.Value, kind, id), CancellationToken.None))
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>What others were told of it.</summary>
    public static async Task<string[]> ToldAsync(Center center, string kind, string id) =>
        [.. (await JournalAsync(center, kind, id)).SelectMany(entry => entry.Lines).Where(line => line.IsTold).Select(line => line.Fact!.Action)];
}
