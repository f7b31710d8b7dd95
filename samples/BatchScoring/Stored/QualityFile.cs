using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using QualityKit;
using QualityKit.Auditing;
using QualityKit.Evaluations;
using QualityKit.Hosting;
using QualityKit.People;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace BatchScoring.Stored;

/// <summary>The services of QualityKit over one SQLite file, with the few people that a batch needs.</summary>
internal sealed class QualityFile : IAsyncDisposable
{
    public static readonly TenantId Tenant = new("bank");
    public static readonly PersonId Observer = new("observer");

    private readonly ServiceProvider _services;
    private readonly InMemoryPeopleDirectory _people;

    private QualityFile(ServiceProvider services, InMemoryPeopleDirectory people) => (_services, _people) = (services, people);

    public FormService Forms => _services.GetRequiredService<FormService>();

    public EvaluationService Evaluations => _services.GetRequiredService<EvaluationService>();

    public InteractionService Interactions => _services.GetRequiredService<InteractionService>();

    /// <exception cref="StorageUnavailableException">The file cannot be opened or written.</exception>
    /// <exception cref="IOException">The key beside it cannot be read or written.</exception>
    public static QualityFile Open(string path)
    {
        InMemoryPeopleDirectory people = new InMemoryPeopleDirectory().Add(
            Tenant,
            new Person { Id = new("designer"), Roles = [Roles.FormDesigner.Key] },
            new Person { Id = new("planner"), Roles = [Roles.EvaluationPlanner.Key] },
            new Person { Id = Observer, Roles = [Roles.Evaluator.Key] },
            new Person { Id = new("platform"), Roles = [Roles.Administrator.Key] });
        // A product keeps both away from the database: whoever has all three can write an audit of their own.
        byte[] secret = Beside(path, "audit-key", () => RandomNumberGenerator.GetBytes(AuditKey.LeastBytes));
        byte[] signer = Beside(path, "signer.pem", NewSigner);
        var host = new ServiceCollection();
        host.AddSingleton<IPeopleDirectory>(people);
        host.AddSingleton<IAuditSigner>(new EcdsaAuditSigner("batch", Encoding.ASCII.GetString(signer)));
        host.AddSingleton<IKeepingTerms>(new SharedKeepingTerms(new() { Attributes = ChatInteraction.Attributes }));
        host.Configure<QualityKitOptions>(options => options.Audit.Key = new AuditKey("batch", secret));
        host.AddQualityKit().UseSqlite($"Data Source={path}");
        return new(host.BuildServiceProvider(), people);
    }

    public Task<Actor> As(string person) => _people.ActorAsync(Tenant, new(person));

    /// <summary>Seals what was written and reads all of the audit back.</summary>
    public async Task<AuditReport> VerifyAsync()
    {
        await _services.GetRequiredService<SealingService>().RunOnceAsync(default);
        return await _services.GetRequiredService<AuditService>().VerifyAsync(Tenant, default);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static byte[] NewSigner()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem());
    }

    private static byte[] Beside(string path, string what, Func<byte[]> create)
    {
        string file = $"{path}.{what}";
        if (!File.Exists(file))
        {
            File.WriteAllBytes(file, create());
        }

        return File.ReadAllBytes(file);
    }
}
