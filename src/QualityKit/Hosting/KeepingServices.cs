using Microsoft.Extensions.DependencyInjection;
using QualityKit.Access;
using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.People;
using QualityKit.Services;
using QualityKit.Storage.Documents;

namespace QualityKit.Hosting;

/// <summary>What the services of a set need that keep interactions, and delete them.</summary>
internal static class KeepingServices
{
    public static JobTools Jobs(IServiceProvider services, string name)
    {
        const string Work = "jobs";
        BulkJobOptions options = services.GetRequiredKeyedService<QualityKitOptions>(name).BulkJobs;
        Ambient ambient = services.GetRequiredKeyedService<Ambient>(name);
        IDocumentStore store = CoreServices.DocumentsOf(services, name);
        var deeds = new Deeds(store, CoreServices.KeysOf(services, name), ambient.Time);
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
            Desk = new AccessDesk(policies, people, CoreServices.Port<IInteractionSource>(services, name) ?? services.GetRequiredKeyedService<InteractionService>(name)),
            Keeping = new InteractionKeeping(store, terms, [.. CoreServices.TargetsOf(services, name)], deeds),
            Targets = [.. services.GetKeyedServices<IJobTarget>(name).Concat(services.GetServices<IJobTarget>()).Distinct()],
            Deeds = deeds,
            Options = options,
            Ambient = ambient,
            Leases = new Leases(store, ambient.Time, Work, options.Lease, commands),
            Commands = commands,
        };
    }

    public static SweepService Sweeps(IServiceProvider services, string name)
    {
        const string Work = "sweep";
        QualityKitOptions options = services.GetRequiredKeyedService<QualityKitOptions>(name);
        Ambient ambient = services.GetRequiredKeyedService<Ambient>(name);
        IDocumentStore store = CoreServices.DocumentsOf(services, name);
        var leases = new Leases(store, ambient.Time, Work, options.Sweep.Lease, new CommandSource(Work));
        return new(services.GetRequiredKeyedService<RetentionService>(name), store, services.GetRequiredKeyedService<IStoreMaintenance>(name), leases, (options.Sweep, options.Machine), ambient);
    }

    public static AnnouncementService Announcements(IServiceProvider services, string name)
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
}
