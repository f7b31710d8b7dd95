using Microsoft.Extensions.Logging.Abstractions;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Retention;
using QualityKit.Scoring;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Tests.Evaluations;

namespace QualityKit.Tests.Doors;

/// <summary>One right value of every kind that the methods of services take.</summary>
internal static class ServiceSamples
{
    public static IEnumerable<object> All(EvaluationForm form, AnswerSheet sheet)
    {
        var store = new InMemoryDocumentStore(CoreSchema.Schema);
        var people = new InMemoryPeopleDirectory();
        var policies = new SharedAccessPolicy(AccessPolicy.Standard);
        var keys = new AuditKeyRing(new AuditKey("key", new byte[32]));
        var terms = new SharedKeepingTerms(new());
        Evaluation evaluation = Lives.Submitted();
        EvaluationSight sight = EvaluationSight.Of(evaluation, session: null, Lives.Access(evaluation, "eva"), Lives.At(2));
        return
        [
            store, people, policies, keys, TimeProvider.System, new NoCalls(), ReleaseTime.Now, Deadlines.None,
            new FormService(store, policies, keys, TimeProvider.System), new EvaluationService(store, people, policies, keys, TimeProvider.System),
            new EvaluationDetails(sight, evaluation.Subject, evaluation.Part, form, System.Collections.Immutable.ImmutableDictionary<QualityKit.Canonical.ContentId, string>.Empty),
            Array.Empty<EvaluationId>(), Array.Empty<Person>(),
            terms, new KeepingTerms(), Array.Empty<IRetentionTarget>(), Array.Empty<RetentionClaim>(), new DataSubject.Agent { Person = new("anna") },
            new CalibrationService(store, people, policies, keys, TimeProvider.System), new ResolveAnswer { Id = new("r"), Interaction = new("call"), Question = "greeting", Answer = NotApplicableAnswer.Instance, Reason = "why" },
            new InteractionService(store, people, policies, terms, keys, TimeProvider.System), new HoldService(store, policies, terms, keys, TimeProvider.System),
            new RetentionService(store, policies, terms, [], keys, TimeProvider.System), new SubjectService(store, policies, terms, keys, TimeProvider.System),
            new TranscriptService(store, people, policies, terms, keys, TimeProvider.System), new TranscriptStretches { Version = 1, Ranges = [] },
            new DisclosureService(store, policies, terms, keys, TimeProvider.System), DisclosureSettings.Initial,
            new AccessLogQuery(), new AccessLogService(new(store, keys, TimeProvider.System, NullLogger.Instance, new()), policies, store, new(), NullLogger.Instance),
        ];
    }

    private sealed class NoCalls : IInteractionSource
    {
        public ValueTask<Interaction?> FindAsync(TenantId tenant, InteractionId interaction, CancellationToken cancellationToken) => default;
    }
}
