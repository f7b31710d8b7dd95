using Microsoft.Extensions.DependencyInjection;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Jobs;
using QualityKit.People;
using QualityKit.Retention;
using QualityKit.Services;
using QualityKit.Storage.Documents;

namespace QualityKit.Hosting;

/// <summary>What the services of a set need that keep interactions, and delete them.</summary>
internal static class KeepingServices
{
    public static void AddTo(QualityKitBuilder builder)
    {
        builder.Add(Keeping);
        builder.AddPublic(Holds);
        builder.AddPublic(Retention);
        builder.AddPublic(Restores);
        builder.AddPublic((services, name) => new JobService(Jobs(services, name), services.GetRequiredKeyedService<IStoreMaintenance>(name)));
        builder.AddPublic(Sweeps);
        builder.AddPublic(Announcements);
    }

    public static void AddJobs(QualityKitBuilder builder)
    {
        builder.AddJob(services => services.GetRequiredKeyedService<JobService>(builder.Name));
        builder.AddJob(services => services.GetRequiredKeyedService<SweepService>(builder.Name));
        builder.AddJob(services => services.GetRequiredKeyedService<AnnouncementService>(builder.Name));
    }

    private static KeepingTools Keeping(IServiceProvider services, string name)
    {
        IDocumentStore store = CoreServices.DocumentsOf(services, name);
        IAuditKeys keys = CoreServices.KeysOf(services, name);
        var deeds = new Deeds(store, keys, CoreServices.TimeOf(services));
        KeepingSafety safety = KeepingSafety.Of(store, keys, deeds, CoreServices.Port<IAuditAnchor>(services, name), CoreServices.Port<IKeepingWitness>(services, name));
        return new(deeds, safety, new InteractionKeeping(store, CoreServices.TermsOf(services, name), [.. CoreServices.TargetsOf(services, name)], deeds, safety));
    }

    private static HoldService Holds(IServiceProvider services, string name)
    {
        KeepingTools tools = services.GetRequiredKeyedService<KeepingTools>(name);
        return new(CoreServices.DocumentsOf(services, name), CoreServices.PoliciesOf(services, name), CoreServices.TermsOf(services, name), tools.Deeds, tools.Safety);
    }

    private static RetentionService Retention(IServiceProvider services, string name)
    {
        KeepingTools tools = services.GetRequiredKeyedService<KeepingTools>(name);
        return new(CoreServices.DocumentsOf(services, name), CoreServices.PoliciesOf(services, name), tools.Keeping, tools.Deeds);
    }

    private static RestoreService Restores(IServiceProvider services, string name) => new(new()
    {
        Store = CoreServices.DocumentsOf(services, name),
        Policies = CoreServices.PoliciesOf(services, name),
        Keys = CoreServices.KeysOf(services, name),
        Anchor = CoreServices.Port<IAuditAnchor>(services, name),
        Keeping = services.GetRequiredKeyedService<KeepingTools>(name),
        Recordings = services.GetRequiredKeyedService<RecordingTools>(name),
        SealPeriod = services.GetRequiredKeyedService<QualityKitOptions>(name).Audit.SealPeriod,
    });

    private static JobTools Jobs(IServiceProvider services, string name)
    {
        const string Work = "jobs";
        BulkJobOptions options = services.GetRequiredKeyedService<QualityKitOptions>(name).BulkJobs;
        Ambient ambient = services.GetRequiredKeyedService<Ambient>(name);
        IDocumentStore store = CoreServices.DocumentsOf(services, name);
        KeepingTools tools = services.GetRequiredKeyedService<KeepingTools>(name);
        var commands = new CommandSource(Work);
        IKeepingTerms terms = CoreServices.TermsOf(services, name);
        IAccessPolicies policies = CoreServices.PoliciesOf(services, name);
        IPeopleDirectory people = CoreServices.PeopleOf(services, name);
        return new JobTools
        {
            Store = store,
            Policies = policies,
            People = people,
            Terms = terms,
            Desk = new AccessDesk(policies, people, CoreServices.CallsOf(services, name)),
            Keeping = tools.Keeping,
            Guard = tools.Safety.Guard,
            Targets = [.. services.GetKeyedServices<IJobTarget>(name).Concat(services.GetServices<IJobTarget>()).Distinct()],
            Deeds = tools.Deeds,
            Options = options,
            Ambient = ambient,
            Leases = new Leases(store, ambient.Time, Work, options.Lease, commands),
            Commands = commands,
        };
    }

    private static SweepService Sweeps(IServiceProvider services, string name)
    {
        const string Work = "sweep";
        QualityKitOptions options = services.GetRequiredKeyedService<QualityKitOptions>(name);
        Ambient ambient = services.GetRequiredKeyedService<Ambient>(name);
        IDocumentStore store = CoreServices.DocumentsOf(services, name);
        var leases = new Leases(store, ambient.Time, Work, options.Sweep.Lease, new CommandSource(Work));
        return new(services.GetRequiredKeyedService<RetentionService>(name), store, services.GetRequiredKeyedService<IStoreMaintenance>(name), leases, (options.Sweep, options.Machine), ambient);
    }

    private static AnnouncementService Announcements(IServiceProvider services, string name)
    {
        QualityKitOptions options = services.GetRequiredKeyedService<QualityKitOptions>(name);
        return new(
            services.GetRequiredKeyedService<EvaluationService>(name),
            CoreServices.DocumentsOf(services, name),
            new DueTenants(services.GetRequiredKeyedService<IStoreMaintenance>(name)),
            CoreServices.TermsOf(services, name),
            (options.Announcements, options.Machine),
            services.GetRequiredKeyedService<Ambient>(name));
    }

    public static TranscriptService Transcripts(IServiceProvider services, string name) =>
        new(
            CoreServices.DocumentsOf(services, name),
            CoreServices.PeopleOf(services, name),
            CoreServices.PoliciesOf(services, name),
            CoreServices.TermsOf(services, name),
            CoreServices.KeysOf(services, name),
            CoreServices.TimeOf(services))
        {
            Safety = services.GetRequiredKeyedService<KeepingTools>(name).Safety,
        };

    public static SubjectService Subjects(IServiceProvider services, string name) =>
        new(
            CoreServices.DocumentsOf(services, name),
            CoreServices.PoliciesOf(services, name),
            CoreServices.TermsOf(services, name),
            CoreServices.KeysOf(services, name),
            CoreServices.TimeOf(services))
        {
            BackupHorizon = services.GetRequiredKeyedService<QualityKitOptions>(name).Keys.Policy.BackupHorizon,
            Safety = services.GetRequiredKeyedService<KeepingTools>(name).Safety,
        };
}
