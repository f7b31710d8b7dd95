using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>What the core needs of a store, as data.</summary>
internal static class CoreSchema
{
    /// <summary>The collections.</summary>
    public static ImmutableArray<string> Collections { get; } =
    [
        .. JournalIndexes.Collections,
        .. OutboxIndexes.Collections,
        .. SealIndexes.Collections,
        Persistence.Collections.Forms,
        Persistence.Collections.FormVersions,
        Persistence.Collections.FormDrafts,
        Persistence.Collections.Evaluations,
        Persistence.Collections.Contents,
        Persistence.Collections.Drafts,
        Persistence.Collections.ScoreRows,
        Persistence.Collections.CalibrationSessions,
        Persistence.Collections.CalibrationRounds,
        Persistence.Collections.CalibrationResolutions,
        Persistence.Collections.Interactions,
        Persistence.Collections.InteractionContents,
        Persistence.Collections.InteractionWork,
        Persistence.Collections.HoldRegisters,
        Persistence.Collections.Jobs,
        Persistence.Collections.Sweeps,
        Persistence.Collections.Restores,
        Persistence.Collections.Transcripts,
        Persistence.Collections.TranscriptContents,
        Persistence.Collections.KeyRings,
        Persistence.Collections.Envelopes,
        Persistence.Collections.Recordings,
        Persistence.Collections.PendingBlobs,
        Persistence.Collections.ExternalClaims,
        Persistence.Collections.PlaybackRefusals,
        Persistence.Collections.DisclosurePolicies,
        Persistence.Collections.AccessLog,
    ];

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Indexes { get; } =
    [
        .. JournalIndexes.Definitions, .. OutboxIndexes.Definitions, .. SealIndexes.Definitions, .. FormIndexes.Definitions, .. EvaluationIndexes.Definitions,
        .. CalibrationIndexes.Definitions,
        .. InteractionIndexes.Definitions, .. TranscriptsDocument.Indexes, .. AccessLogIndexes.Definitions,
        .. JobIndexes.Definitions, .. SweepState.Definitions, .. RestoreState.Definitions, .. EnvelopeDocument.Definitions,
        .. RecordingIndexes.Definitions, .. PendingBlob.Definitions,
    ];

    /// <summary>The views for reporting tools.</summary>
    public static ImmutableArray<ViewDefinition> Views { get; } =
    [
        new() { Name = "evaluations", Version = 1, Collection = Persistence.Collections.Evaluations, Index = EvaluationIndexes.Facts },
        new() { Name = "score-rows", Version = 1, Collection = Persistence.Collections.ScoreRows, Index = EvaluationIndexes.Counting },
    ];

    /// <summary>All of it.</summary>
    public static StoreSchema Schema { get; } = new(Collections, Indexes) { Views = Views };
}
