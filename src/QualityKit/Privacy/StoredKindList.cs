using System.Collections.Immutable;

namespace QualityKit.Privacy;

/// <summary>Every format that is stored or read, with its personal fields. A test holds it to the schemas and to what the library stores.</summary>
internal static class StoredKindList
{
    public static ImmutableArray<StoredKind> All { get; } =
    [
        Of("qualitykit.access/1", Staff("/entry")),
        Of("qualitykit.answers/1", Text("/answers/*/text"), Text("/answers/*/comment"), Text("/comment")),
        Of("qualitykit.audit-head/1"),
        Of("qualitykit.calibration-resolution/1", Staff("/answers/*/by")),
        Of("qualitykit.calibration-round/1", Staff("/invited/*"), Staff("/expert/evaluator"), Staff("/sheets/*/evaluator")),
        Of("qualitykit.calibration-session/1",
            Text("/name"), Staff("/lead"), Staff("/expert"), Staff("/evaluators/*"), Staff("/items/*/subject/person"), Staff("/missing/*/evaluator")),
        Of("qualitykit.contents/1", Text("/contents/*/text")),
        Of("qualitykit.dead-letter/1"),
        Of("qualitykit.disclosure/1", Staff("/proposedBy"), Staff("/approvedBy"), Staff("/proposal/by")),
        Of("qualitykit.draft/1", Staff("/owner"), Text("/sheet/answers/*/text"), Text("/sheet/answers/*/comment"), Text("/sheet/comment")),
        Of("qualitykit.evaluation/1",
            Staff("/subject/person"), Staff("/unit/supervisor"), Staff("/assignment/evaluator"), Staff("/assignment/by"),
            Staff("/versions/*/scoredBy"), Staff("/versions/*/confirmation/by"), Staff("/versions/*/acknowledgement/by"),
            Staff("/disputes/*/raisedBy"), Staff("/disputes/*/reviewer"), Staff("/disputes/*/resolution/by"),
            Staff("/comments/*/author"), Staff("/tombstone/by"), Text("/tombstone/reason")),
        Of("qualitykit.external-claim/1"),
        Of("qualitykit.form/1"),
        Of("qualitykit.form-head/1", Staff("/versions/*/by")),
        Of("qualitykit.hold/1", Staff("/owner"), Text("/reason"), Customer("/query")),
        Of("qualitykit.hold-register/1", Staff("/holds/*/owner"), Text("/holds/*/reason"), Customer("/holds/*/query")),
        Of("qualitykit.interaction/1",
            Staff("/segments/*/participants/*/person"), Customer("/segments/*/participants/*/key"), Customer("/segments/*/attributes/*/*/value"),
            Customer("/consents/*/participant"), Customer("/attributes/*/*/value")),
        Of("qualitykit.interaction-work/1"),
        Of("qualitykit.job/1", Staff("/owner"), Customer("/query")),
        Of("qualitykit.job-register/1"),
        Of("qualitykit.journal/1", Staff("/lines/*/entry"), Staff("/lines/*/fact/actor")),
        Of("qualitykit.key-ring/1", Staff("/keys/*/destruction/approvals/*/by")),
        Of("qualitykit.lease/1"),
        Of("qualitykit.outbox-progress/1"),
        Of("qualitykit.pending-blob/1"),
        Of("qualitykit.playback-refusals/1"),
        Of("qualitykit.recording/1", Staff("/by"), Staff("/attributes/*/value/person"), Staff("/deletion/by")),
        Of("qualitykit.restore-state/1"),
        Of("qualitykit.score-row/1", Staff("/subject"), Staff("/scoredBy"), Staff("/supervisor")),
        Of("qualitykit.seal/1"),
        Of("qualitykit.seal-progress/1"),
        Of("qualitykit.stored-interaction/1",
            Staff("/interaction/segments/*/participants/*/person"), Customer("/interaction/segments/*/participants/*/key"), Customer("/interaction/consents/*/participant")),
        Of("qualitykit.sweep-state/1"),
        Of("qualitykit.transcript-contents/1", Customer("/transcript/utterances/*/speaker"), Text("/transcript/utterances/*/text")),
        Of("qualitykit.transcripts/1", Staff("/transcripts/*/versions/*/by")),
        Of("qualitykit.transcript/1", Customer("/utterances/*/speaker"), Text("/utterances/*/text")),
        Of("qualitykit.what-if/1"),
    ];

    private static StoredKind Of(string name, params ImmutableArray<PersonalField> fields) => new() { Name = name, PersonalFields = fields };

    private static PersonalField Customer(string pointer) => new() { Pointer = pointer, Kind = PersonalKind.Customer };

    private static PersonalField Staff(string pointer) => new() { Pointer = pointer, Kind = PersonalKind.Staff };

    private static PersonalField Text(string pointer) => new() { Pointer = pointer, Kind = PersonalKind.FreeText };
}
