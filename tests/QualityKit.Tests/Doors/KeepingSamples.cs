using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.People;
using QualityKit.Privacy;
using QualityKit.Retention;
using QualityKit.Transcripts;

namespace QualityKit.Tests.Doors;

/// <summary>One right value of every kind that the methods of interactions, transcripts, retention, jobs and privacy take.</summary>
internal static class KeepingSamples
{
    public static IEnumerable<object> All()
    {
        var hold = new LegalHold { Id = new("h"), Reason = "case", Owner = new("legal"), PlacedAt = default, Interactions = [new("call")] };
        var policy = new DisclosurePolicy();
        var key = new PrivacyKey(new byte[PrivacyKey.LeastBytes]);
        var reader = new Actor { Tenant = new("acme"), Id = new("mia") };
        var claim = new RetentionClaim { Policy = "p" };
        return
        [
            new Transcript { Id = new("t"), Interaction = new("call") }, ConsentRules.None, Array.Empty<ConsentRule>(), Array.Empty<Interaction>(), Array.Empty<MediaSource>(),
            RetentionResolver.StrongestRetention, new RetentionCase { From = default }, claim, hold, new HeldItem { Interaction = new("call") }, HoldRegister.Empty,
            Array.Empty<LegalHold>(), Array.Empty<HeldItem>(), new BulkJob { Id = new("j"), Action = JobAction.Export, Owner = new("mia"), PlannedAt = default },
            new JobStep { From = null, Next = null, Counts = JobCounts.Zero }, JobCounts.Zero, MediaSchedule.Empty, Array.Empty<BulkJob>(), new NewJob { Action = JobAction.Delete },
            policy, key, policy.For(reader, key), DisclosureTable.Of([]), Array.Empty<IEnumerable<PersonId>>(), CardNumberRedactor.Instance, Array.Empty<IRedactor>(),
            Array.Empty<RedactedRange>(), Array.Empty<SubjectItem>(), Array.Empty<SweepItem>(), new SweepConditions { Now = default, Total = 0 },
        ];
    }
}
