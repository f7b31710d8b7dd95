using System.Collections.Frozen;
using System.Collections.Immutable;

namespace QualityKit.Events;

/// <summary>Every kind of event that this library raises.</summary>
public static class EventCatalogue
{
    /// <summary>All of them, by what they happen to and in the order of its life.</summary>
    public static ImmutableArray<EventType> All { get; } =
    [
        Of("form.published", "version", "form"),
        Of("form.archived"),
        Of("form.restored"),
        Of("form.discarded"),
        Of("evaluation.created", "version", "kind", "form", "to"),
        Of("evaluation.assigned", "version", "to", "due", "expires"),
        Of("evaluation.started", "version"),
        Of("evaluation.suggested", "version", "count"),
        Of("evaluation.submitted", "version", "form", "rules"),
        Of("evaluation.confirmed", "version"),
        Of("evaluation.released", "version", "at"),
        Of("evaluation.releasePlanned", "version", "at"),
        Of("evaluation.withheld", "version", "at"),
        Of("evaluation.commented", "version", "content", "audience"),
        Of("evaluation.acknowledged", "version", "comment"),
        Of("evaluation.closed", "version", "reason"),
        Of("evaluation.disputed", "version", "dispute", "reviewer", "reason"),
        Of("evaluation.rerouted", "version", "dispute", "to"),
        Of("evaluation.disputeAccepted", "version", "dispute", "form", "rules", "reason"),
        Of("evaluation.disputeDeclined", "version", "dispute", "reason"),
        Of("evaluation.rescored", "version", "form", "rules", "reason"),
        Of("evaluation.deleted", "version", "reason", "versions"),
        Of("evaluation.reminder", "version"),
        Of("evaluation.overdue", "version"),
        Of("evaluation.escalated", "version"),
        Of("evaluation.expired", "version"),
        .. OfSessions(),
        .. OfWhatIsKept(),
        .. OfRecordings(),
        .. OfJobs(),
        .. OfKeys(),
    ];

    private static FrozenDictionary<string, EventType> ByCode { get; } = All.ToFrozenDictionary(type => type.Code, StringComparer.Ordinal);

    /// <summary>The kind of a code; null where this library raises none of that code.</summary>
    public static EventType? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return ByCode.GetValueOrDefault(code);
    }

    private static EventType[] OfSessions() =>
    [
        Of("calibration.planned", "form", "interactions"),
        Of("calibration.opened", "evaluators", "expert", "interactions"),
        Of("calibration.closed", "sheets", "missing", "digest"),
        Of("calibration.cancelled", "reason"),
        Of("calibration.resolved", "interaction", "question", "reason"),
    ];

    private static EventType[] OfWhatIsKept() =>
    [
        Of("interaction.reported", "resolver", "due"),
        Of("interaction.due", "resolver", "by"),
        Of("interaction.dueRevoked", "resolver", "by"),
        Of("interaction.deleted", "resolver", "by", "job"),
        Of("interaction.archived", "job"),
        Of("interaction.exported", "job"),
        Of("transcript.stored", "transcript", "version", "digest"),
        Of("transcript.redacted", "transcript", "version", "digest", "redacted", "destroyed", "sealed"),
        Of("transcript.destroyed", "destroyed"),
        Of("transcript.deleted", "destroyed"),
        Of("subject.erased", "kind", "id"),
        Of("hold.placed", "revision", "owner", "named"),
        Of("hold.released", "revision"),
        Of("disclosure.proposed", "revision", "proposal", "digest"),
        Of("disclosure.approved", "revision", "proposal"),
        Of("disclosure.withdrawn", "revision", "proposal"),
    ];

    private static EventType[] OfRecordings() =>
    [
        Of("recording.stored", "interaction", "media", "bytes", "envelope", "tree", "origin", "replaces"),
        Of("recording.registered", "interaction", "media", "bytes", "envelope", "tree", "origin", "replaces"),
        Of("recording.moved", "interaction", "media", "bytes", "envelope", "tree", "origin", "replaces"),
        Of("recording.reencrypted", "interaction", "media", "bytes", "envelope", "tree", "origin", "replaces"),
        Of("recording.played", "session", "interaction"),
        Of("recording.playbackEnded", "session", "bytes", "ranges", "problem"),
        Of("recording.refused", "recording", "reason"),
        Of("recording.exported", "envelope", "recipients"),
        Of("recording.damaged", "problem"),
        Of("recording.redacted", "interaction", "media", "envelope", "replacedBy"),
        Of("recording.deleted", "interaction", "media", "envelope", "replacedBy"),
        Of("recording.payloadRemoved"),
    ];

    private static EventType[] OfJobs() =>
    [
        Of("job.planned", "action", "start"),
        Of("job.pulledForward", "start"),
        Of("job.started"),
        Of("job.paused", "processed", "failed", "skipped"),
        Of("job.resumed", "processed", "failed", "skipped"),
        Of("job.cancelled", "processed", "failed", "skipped"),
        Of("job.finished", "processed", "failed", "skipped"),
        Of("job.failed", "code"),
        Of("restore.detected"),
        Of("restore.reconciled", "seals", "deletions", "held", "recordings", "placed", "released", "untrusted"),
    ];

    private static EventType[] OfKeys() =>
    [
        Of("key.created", "revision", "key", "until"),
        Of("key.activated", "revision", "key"),
        Of("key.superseded", "revision", "key"),
        Of("key.compromised", "revision", "key"),
        Of("key.retired", "revision", "key", "proof"),
        Of("key.reinstated", "revision", "key"),
        Of("key.destructionRequested", "revision", "key", "proof", "until"),
        Of("key.destructionApproved", "revision", "key", "proof"),
        Of("key.destructionCancelled", "revision", "key"),
        Of("key.destroyed", "revision", "key", "proof"),
        Of("key.deleted", "revision", "key", "proof", "until"),
        Of("key.shredRequested", "revision", "proof", "until"),
        Of("key.shredApproved", "revision", "proof"),
        Of("key.shredCancelled", "revision", "proof"),
        Of("key.shredEnded", "revision", "proof"),
        Of("key.shredded", "revision", "proof"),
        Of("key.shredDeleted", "revision", "proof", "until"),
        Of("key.wrapped", "revision", "key", "root"),
        Of("key.rootAdopted", "revision", "root"),
        Of("key.rootDropped", "revision", "root"),
        Of("key.rewrapped", "by", "revision", "count", "recordings"),
    ];

    private static EventType Of(string code, params ImmutableArray<string> details) => new() { Code = code, Version = 1, Details = details };
}
