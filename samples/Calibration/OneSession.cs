using System.Collections.Immutable;
using BatchScoring.Forms;
using Microsoft.Extensions.DependencyInjection;
using QualityKit;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Reports;
using QualityKit.Scoring;
using QualityKit.Services;
using QualityKit.Storage.Documents;

namespace CalibrationDay;

/// <summary>One session as a product keeps it: planned, evaluated blindly, closed, and what it says of the evaluators.</summary>
internal static class OneSession
{
    private static readonly TenantId Tenant = new("sample");

    public static async Task PrintAsync(ImmutableArray<ScoredByExpert> chats, TextWriter output)
    {
        var people = new InMemoryPeopleDirectory().Add(
            Tenant,
            [Person("dora", "formDesigner"), Person("paul", "evaluationPlanner"), Person("expert", "expertEvaluator"), .. Evaluator.All.Select(one => Person(one.Name, "evaluator"))]);
        var host = new ServiceCollection().AddSingleton<IPeopleDirectory>(people);
        host.AddQualityKit();
        await using ServiceProvider services = host.BuildServiceProvider();
        CalibrationService sessions = services.GetRequiredService<CalibrationService>();
        EvaluationService evaluations = services.GetRequiredService<EvaluationService>();
        Task<Actor> As(string person) => people.ActorAsync(Tenant, new(person));

        EvaluationForm form = await services.GetRequiredService<FormService>().PublishAsync(await As("dora"), ChatForm.Default.Edit());
        CalibrationSessionId session = await sessions.PlanAsync(await As("paul"), new()
        {
            Id = CommandId.New(),
            Name = "Chats",
            Form = form.Id,
            Items = [.. chats.Select(chat => new CalibrationItem { Interaction = new(chat.Id), Subject = Subject.Of(new PersonId("agent")) })],
            Roles = ["evaluator"],
            Expert = new("expert"),
        });
        CalibrationReceipt opened = await sessions.OpenAsync(await As("paul"), session);
        foreach (CalibrationProgress asked in (await sessions.GetAsync(await As("paul"), session)).Progress)
        {
            ScoredByExpert chat = chats.Single(one => one.Id == asked.Interaction.Value);
            AnswerSheet answers = Evaluator.All.FirstOrDefault(one => one.Name == asked.Evaluator.Value)?.Score(chat, isLate: false) ?? chat.Answers;
            await evaluations.SubmitAsync(await As(asked.Evaluator.Value), asked.Evaluation, answers);
        }

        CalibrationReceipt closed = await sessions.CloseAsync(await As("paul"), session);
        output.WriteLine($"One session through the services: {chats.Length} chats, {opened.Asked} evaluations asked for, {closed.Missing.Length} evaluators missing");
        output.WriteLine(CalibrationTables.Standings(await sessions.ReportAsync(await As("paul"), new CalibrationQuery())).ToText());
    }

    private static Person Person(string name, string role) => new() { Id = new(name), Roles = [role] };
}
