using Microsoft.Extensions.DependencyInjection;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Hosting;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;

namespace QualityKit.ServiceBenchmark;

/// <summary>The services over a store, with people: an evaluator for every <see cref="OfEvaluator"/> evaluations, an agent for every <see cref="OfAgent"/>.</summary>
internal sealed class Center : IAsyncDisposable
{
    public const int OfEvaluator = 500;
    public const int OfAgent = 100;

    public static readonly TenantId Tenant = new("acme");

    private readonly ServiceProvider _services;

    /// <param name="evaluations">For how many evaluations there are people.</param>
    /// <param name="use">Chooses the store.</param>
    public Center(int evaluations, Func<IQualityKitBuilder, IQualityKitBuilder> use)
    {
        Evaluations = evaluations;
        var people = new InMemoryPeopleDirectory();
        people.Add(Tenant, Person("dora", Roles.FormDesigner), Person("paul", Roles.EvaluationPlanner), Person("ada", Roles.Administrator));
        for (int i = 0; i < Math.Max(1, evaluations / OfEvaluator); i++)
        {
            people.Add(Tenant, Person(Evaluator(i), Roles.Evaluator));
        }

        for (int i = 0; i < Math.Max(1, evaluations / OfAgent); i++)
        {
            people.Add(Tenant, Person(Agent(i), Roles.Agent));
        }

        People = people;
        var host = new ServiceCollection();
        host.AddSingleton<IPeopleDirectory>(people);
        use(host.AddQualityKit());
        _services = host.BuildServiceProvider();
        Documents = _services.GetRequiredKeyedService<IDocumentStore>(QualityKitOptions.DefaultName);
        Maintenance = _services.GetRequiredKeyedService<IStoreMaintenance>(QualityKitOptions.DefaultName);
        Forms = _services.GetRequiredService<FormService>();
        Service = _services.GetRequiredService<EvaluationService>();
    }

    public int Evaluations { get; }

    public IDocumentStore Documents { get; }

    public IStoreMaintenance Maintenance { get; }

    public FormService Forms { get; }

    public EvaluationService Service { get; }

    private InMemoryPeopleDirectory People { get; }

    public static string Evaluator(int number) => $"evaluator-{number:D7}";

    public static string Agent(int number) => $"agent-{number:D7}";

    public Task<Actor> ActorAsync(string person) => People.ActorAsync(Tenant, new(person));

    public async Task<EvaluationForm> PublishAsync() =>
        await Forms.PublishAsync(await ActorAsync("dora"), EvaluationForm.Draft("Support call")
            .Group("Opening", 20, Ask.YesNo("greeting", "Greeted the customer?"), Ask.YesNo("name", "Said their name?"))
            .Group("Resolution", 80, Ask.Choice("solved", "Was the issue solved?", ("yes", 10), ("partly", 5), ("no", 0)), Ask.YesNo("next", "Said what happens next?")));

    public async Task<EvaluationId> CreateAsync(EvaluationForm form, string evaluator, string agent, string command) =>
        await Service.CreateAsync(await ActorAsync("paul"), form.Id, new()
        {
            Id = new(command),
            Kind = EvaluationKind.Quality,
            Subject = Subject.Of(new PersonId(agent)),
            Interaction = new($"call-{command}"),
            Evaluator = new(evaluator),
        });

    public async Task SubmitAsync(EvaluationId evaluation, string evaluator, int number)
    {
        string[] solved = ["yes", "partly", "no"];
        AnswerSheet answers = AnswerSheet.Empty
            .Answer("greeting", number % 3 == 0 ? "no" : "yes").Answer("name", number % 5 == 0 ? "no" : "yes").Answer("solved", solved[number % 3]).Answer("next", "yes")
            .CommentOverall("Listened well; could have said earlier what happens next.");
        await Service.SubmitAsync(await ActorAsync(evaluator), evaluation, answers);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static Person Person(string id, Role role) => new() { Id = new(id), Roles = [role.Key] };
}
