using System.Collections.Immutable;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Where calibration sessions are listed.</summary>
internal static class CalibrationIndexes
{
    /// <summary>Sessions: where they stand, and since when.</summary>
    public const string ByStatus = "by-status";

    /// <summary>Sessions: somebody who takes part, where it stands, and since when. One entry a participant.</summary>
    public const string ByParticipant = "by-participant";

    /// <summary>Where a session stands while it is blind to whoever takes part, also to evaluations that were there before.</summary>
    public static ImmutableArray<CalibrationSessionStatus> Blind { get; } = [CalibrationSessionStatus.Planned, CalibrationSessionStatus.Open, CalibrationSessionStatus.Closing];

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
    [
        new(Collections.CalibrationSessions, ByStatus, Text("status"), Instant("since")),
        new(Collections.CalibrationSessions, ByParticipant, Text("participant"), Text("status"), Instant("since")),
    ];

    /// <summary>The entries of a session.</summary>
    public static ImmutableArray<IndexEntry> Of(CalibrationSession session)
    {
        IndexValue status = ValueOf(session.Status);
        IndexValue since = IndexValue.Of(session.CancelledAt ?? session.ClosedAt ?? session.ClosingAt ?? session.OpenedAt ?? session.PlannedAt);
        return [new(ByStatus, status, since), .. session.Participants.Select(person => new IndexEntry(ByParticipant, IndexValue.Of(person.Value), status, since))];
    }

    /// <summary>The sessions of a status, or of those in which somebody takes part.</summary>
    public static DocumentQuery Query(IEnumerable<CalibrationSessionStatus> statuses, PersonId? participant = null)
    {
        ImmutableArray<IndexValue> equal = [.. statuses.Select(ValueOf)];
        return new()
        {
            Collection = Collections.CalibrationSessions,
            Index = participant is null ? ByStatus : ByParticipant,
            Equal = participant is { } person ? [[IndexValue.Of(person.Value)], equal] : [equal],
        };
    }

    private static IndexValue ValueOf(CalibrationSessionStatus status) => IndexValue.Of(status.ToString());

    private static IndexField Text(string name) => new() { Name = name, Kind = IndexKind.Text };

    private static IndexField Instant(string name) => new() { Name = name, Kind = IndexKind.Instant };
}
